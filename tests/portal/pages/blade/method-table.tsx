// A list of a user's authentication methods, as Fluent v8 DetailsList or v9 Table.

import { DetailsList, DetailsListLayoutMode, IconButton, Link, SelectionMode } from "@fluentui/react";
import { Table, TableBody, TableCell, TableHeader, TableHeaderCell, TableRow } from "@fluentui/react-components";
import type { ReactElement } from "react";
import type { MethodKind, Registration } from "../../registrations.ts";
import { Detail } from "../controls/detail.tsx";
import { usePage } from "../mount.tsx";

export interface Row extends Registration {
  readonly key: number;
}

interface Props {
  readonly title: string;
  readonly rows: readonly Row[];
  readonly onDelete: (row: Row) => void;
}

const REASONS = { policy: "Disabled by policy", expired: "Expired" } as const;

/** What stands before a phone number. */
const SLOTS: Readonly<Partial<Record<MethodKind, string>>> = {
  phone: "Primary mobile: ",
  "alternate-phone": "Alternate mobile: ",
  "office-phone": "Office: ",
};

export function MethodTable({ title, rows, onDelete }: Props): ReactElement {
  const { options, adminMethod, say } = usePage();
  const withReason = rows.some(({ unusable }) => unusable !== undefined);
  const name = (row: Row): ReactElement => <Link>{adminMethod(row.kind)}</Link>;
  const detail = (row: Row): ReactElement => <Detail before={SLOTS[row.kind] ?? ""} text={row.detail} />;
  const reason = ({ unusable }: Row): ReactElement => <span>{unusable === undefined ? "" : REASONS[unusable]}</span>;
  const actions = (row: Row): ReactElement => (
    <IconButton
      ariaLabel="More actions"
      menuIconProps={{ iconName: "More" }}
      menuProps={{
        items: [
          {
            key: "delete",
            text: say("action_delete"),
            iconProps: { iconName: "Delete" },
            onClick: () => {
              onDelete(row);
            },
          },
        ],
      }}
    />
  );

  return (
    <section style={{ marginTop: 20 }}>
      <h3 style={{ fontSize: 16, fontWeight: 600, margin: "0 0 4px" }}>{title}</h3>
      {rows.length === 0 ? (
        <p>No {title.toLowerCase()}.</p>
      ) : options.table === "v8" ? (
        <DetailsList
          items={[...rows]}
          getKey={(row: Row) => String(row.key)}
          selectionMode={SelectionMode.none}
          layoutMode={DetailsListLayoutMode.justified}
          ariaLabelForGrid={title}
          columns={[
            {
              key: "method",
              name: "Authentication method",
              minWidth: 160,
              maxWidth: 260,
              isRowHeader: true,
              onRender: name,
            },
            { key: "detail", name: "Detail", minWidth: 160, maxWidth: 320, onRender: detail },
            ...(withReason ? [{ key: "reason", name: "Reason", minWidth: 120, maxWidth: 200, onRender: reason }] : []),
            { key: "actions", name: "", minWidth: 40, maxWidth: 40, onRender: actions },
          ]}
        />
      ) : (
        <Table aria-label={title}>
          <TableHeader>
            <TableRow>
              <TableHeaderCell>Authentication method</TableHeaderCell>
              <TableHeaderCell>Detail</TableHeaderCell>
              {withReason && <TableHeaderCell>Reason</TableHeaderCell>}
              <TableHeaderCell />
            </TableRow>
          </TableHeader>
          <TableBody>
            {rows.map((row) => (
              <TableRow key={row.key}>
                <TableCell>{name(row)}</TableCell>
                <TableCell>{detail(row)}</TableCell>
                {withReason && <TableCell>{reason(row)}</TableCell>}
                <TableCell>{actions(row)}</TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      )}
    </section>
  );
}
