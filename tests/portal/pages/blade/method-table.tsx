// A list of a user's authentication methods, as Fluent v8 DetailsList or v9 Table.

import { DetailsList, DetailsListLayoutMode, IconButton, Link, SelectionMode } from '@fluentui/react';
import { Table, TableBody, TableCell, TableHeader, TableHeaderCell, TableRow } from '@fluentui/react-components';
import { useEffect, useState, type ReactElement } from 'react';
import { masked, type Registration } from '../../registrations.ts';
import { usePage } from '../mount.tsx';

export interface Row extends Registration {
  readonly key: number;
}

interface Props {
  readonly title: string;
  readonly rows: readonly Row[];
  readonly onDelete: (row: Row) => void;
}

const REASONS = { policy: 'Disabled by policy', expired: 'Expired' } as const;

function detailText({ kind, detail }: Registration): string {
  if (kind === 'phone') return `Primary mobile: ${detail}`;
  if (kind === 'alternate-phone') return `Alternate mobile: ${detail}`;
  return kind === 'office-phone' ? `Office: ${detail}` : detail;
}

export function MethodTable({ title, rows, onDelete }: Props): ReactElement {
  const { options, adminMethod, say } = usePage();
  const [revealed, reveal] = useState(options.reveal === 0);
  useEffect(() => {
    if (options.reveal === 0) return undefined;
    const timer = setTimeout(() => {
      reveal(true);
    }, options.reveal);
    return () => {
      clearTimeout(timer);
    };
  }, [options.reveal]);

  const withReason = rows.some(({ unusable }) => unusable !== undefined);
  const name = (row: Row): ReactElement => <Link>{adminMethod(row.kind)}</Link>;
  const detail = (row: Row): ReactElement => (
    <span>{detailText(revealed ? row : { ...row, detail: masked(row.detail) })}</span>
  );
  const reason = ({ unusable }: Row): ReactElement => (
    <span>{unusable === undefined ? '' : REASONS[unusable]}</span>
  );
  const actions = (row: Row): ReactElement => (
    <IconButton
      ariaLabel="More actions"
      menuIconProps={{ iconName: 'More' }}
      menuProps={{
        items: [
          {
            key: 'delete',
            text: say('action_delete'),
            iconProps: { iconName: 'Delete' },
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
      <h3 style={{ fontSize: 16, fontWeight: 600, margin: '0 0 4px' }}>{title}</h3>
      {rows.length === 0 ? (
        <p>No {title.toLowerCase()}.</p>
      ) : options.table === 'v8' ? (
        <DetailsList
          items={[...rows]}
          getKey={(row: Row) => String(row.key)}
          selectionMode={SelectionMode.none}
          layoutMode={DetailsListLayoutMode.justified}
          ariaLabelForGrid={title}
          columns={[
            { key: 'method', name: 'Authentication method', minWidth: 160, maxWidth: 260, isRowHeader: true, onRender: name },
            { key: 'detail', name: 'Detail', minWidth: 160, maxWidth: 320, onRender: detail },
            ...(withReason ? [{ key: 'reason', name: 'Reason', minWidth: 120, maxWidth: 200, onRender: reason }] : []),
            { key: 'actions', name: '', minWidth: 40, maxWidth: 40, onRender: actions },
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
