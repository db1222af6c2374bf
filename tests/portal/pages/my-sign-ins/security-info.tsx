// Security info: the list of one's own methods, and what can be done with them.

import {
  ActionButton,
  DefaultButton,
  DetailsList,
  DetailsListLayoutMode,
  Icon,
  Link,
  PrimaryButton,
  SelectionMode,
} from "@fluentui/react";
import { tokens } from "@fluentui/react-components";
import { useEffect, useState, type ReactElement } from "react";
import type { IconName } from "../../icons.ts";
import { LISTS, type MethodKind, type Registration } from "../../registrations.ts";
import { Detail } from "../controls/detail.tsx";
import { Modal } from "../controls/modal.tsx";
import { PickList } from "../controls/pick-list.tsx";
import { usePage } from "../mount.tsx";
import { observe } from "../observed.ts";
import { AddMethod, type Step } from "./add-method.tsx";
import { SiteFrame } from "./site-frame.tsx";

interface Row extends Registration {
  readonly key: number;
}

const PASSWORD: Registration = { kind: "password", detail: "Last updated: a year ago" };

const CHANGEABLE: ReadonlySet<MethodKind> = new Set(["phone", "alternate-phone", "office-phone", "email", "password"]);

const ICONS: Readonly<Partial<Record<MethodKind, IconName>>> = {
  authenticator: "CellPhone",
  phone: "Phone",
  "alternate-phone": "Phone",
  "office-phone": "Phone",
  email: "Mail",
  password: "Lock",
  "windows-hello": "Devices",
};

type Open =
  | { readonly what: "add"; readonly first: Step; readonly replaces?: number }
  | { readonly what: "delete"; readonly row: Row }
  | { readonly what: "default" };

/** How a method reads in the line about the default and in the dialog that changes it. */
function useDefaultText(): (registration: Registration) => string {
  const { userMethod } = usePage();
  return ({ kind, detail }) => {
    if (kind === "phone") return `${userMethod(kind)} - text ${detail}`;
    if (kind === "authenticator") return `${userMethod(kind)} - notification`;
    return `${userMethod(kind)} - call ${detail}`;
  };
}

const CAN_BE_DEFAULT: ReadonlySet<MethodKind> = new Set(["authenticator", "phone", "alternate-phone", "office-phone"]);

function DefaultLine(props: { readonly method: Registration; readonly onChange: () => void }): ReactElement {
  const { options, say } = usePage();
  const text = useDefaultText()(props.method);
  const change = <Link onClick={props.onChange}>{say("action_change")}</Link>;
  if (options.default === "classic") {
    return (
      <p>
        <b>{say("default_signin_method")}:</b> {text} {change}
      </p>
    );
  }
  return (
    <>
      <p>You're using the most advisable sign-in method where it applies.</p>
      <p>
        Sign-in method when most advisable is unavailable: {text} {change}
      </p>
    </>
  );
}

function Rows(props: {
  readonly rows: readonly Row[];
  readonly onChange: (row: Row) => void;
  readonly onDelete: (row: Row) => void;
}): ReactElement {
  const { options, say, userMethod } = usePage();
  const icon = (row: Row): ReactElement => (
    <Icon iconName={ICONS[row.kind] ?? "Permissions"} style={{ fontSize: 20 }} />
  );
  const name = (row: Row): ReactElement => (
    <div>
      <div style={{ fontWeight: 600 }}>{userMethod(row.kind)}</div>
      {row.kind === "authenticator" && <div style={{ fontSize: 12 }}>{say("method_authenticator_push")}</div>}
    </div>
  );
  const detail = (row: Row): ReactElement => <Detail text={row.detail} />;
  const change = (row: Row): ReactElement | null =>
    CHANGEABLE.has(row.kind) ? (
      <Link
        onClick={() => {
          props.onChange(row);
        }}
      >
        {say("action_change")}
      </Link>
    ) : null;
  const remove = (row: Row): ReactElement | null =>
    row.kind === "password" ? null : (
      <Link
        onClick={() => {
          props.onDelete(row);
        }}
      >
        {say("action_delete")}
      </Link>
    );

  if (options.rows === "plain") {
    return (
      <div>
        {props.rows.map((row) => (
          <div
            key={row.key}
            style={{
              display: "grid",
              gridTemplateColumns: "40px 1.4fr 1fr 96px 96px",
              alignItems: "center",
              minHeight: 52,
              borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
            }}
          >
            {icon(row)}
            {name(row)}
            <div>{detail(row)}</div>
            <div>{change(row)}</div>
            <div>{remove(row)}</div>
          </div>
        ))}
      </div>
    );
  }
  return (
    <DetailsList
      items={[...props.rows]}
      getKey={(row: Row) => String(row.key)}
      isHeaderVisible={false}
      selectionMode={SelectionMode.none}
      layoutMode={DetailsListLayoutMode.justified}
      columns={[
        { key: "icon", name: "Icon", minWidth: 24, maxWidth: 24, onRender: icon },
        {
          key: "method",
          name: "Method",
          minWidth: 140,
          maxWidth: 260,
          isRowHeader: true,
          isMultiline: true,
          onRender: name,
        },
        { key: "detail", name: "Detail", minWidth: 120, maxWidth: 220, isMultiline: true, onRender: detail },
        { key: "change", name: "Change", minWidth: 60, maxWidth: 90, onRender: change },
        { key: "delete", name: "Delete", minWidth: 60, maxWidth: 90, onRender: remove },
      ]}
    />
  );
}

export function SecurityInfo(): ReactElement {
  const { options, say, userMethod } = usePage();
  const [rows, setRows] = useState<readonly Row[]>(() =>
    [...LISTS[options.list], PASSWORD].map((registration, key) => ({ ...registration, key })),
  );
  const [defaultKey, setDefault] = useState<number>();
  const [open, setOpen] = useState<Open>();
  const defaultText = useDefaultText();
  useEffect(() => {
    observe({ registered: rows });
  }, [rows]);

  const candidates = rows.filter(({ kind }) => CAN_BE_DEFAULT.has(kind));
  const defaultRow = candidates.find(({ key }) => key === defaultKey) ?? candidates[0];
  const close = (): void => {
    setOpen(undefined);
  };
  return (
    <SiteFrame>
      <h1 style={{ fontWeight: 600, fontSize: 28, margin: "0 0 8px" }}>{say("page_security_info")}</h1>
      <span>These are the methods you use to sign into your account or reset your password.</span>
      {defaultRow !== undefined && (
        <DefaultLine
          method={defaultRow}
          onChange={() => {
            setOpen({ what: "default" });
          }}
        />
      )}
      <div style={{ margin: "12px 0" }}>
        <ActionButton
          iconProps={{ iconName: "Add" }}
          text={say("action_add_method")}
          onClick={() => {
            setOpen({ what: "add", first: { at: "picker" } });
          }}
        />
      </div>
      <Rows
        rows={rows}
        onChange={(row) => {
          setOpen({ what: "add", first: { at: "method", kind: row.kind }, replaces: row.key });
        }}
        onDelete={(row) => {
          setOpen({ what: "delete", row });
        }}
      />
      <p>
        {say("link_lost_device")} <Link>{say("link_sign_out_everywhere")}</Link>
      </p>

      {open?.what === "add" && (
        <AddMethod
          around="dialog"
          first={open.first}
          onClose={close}
          onRegistered={(registration) => {
            setRows((known) => {
              const key = open.replaces ?? Math.max(0, ...known.map((row) => row.key)) + 1;
              return [{ ...registration, key }, ...known.filter((row) => row.key !== key)];
            });
          }}
        />
      )}
      {open?.what === "delete" && (
        <Modal
          title={say("action_delete")}
          onDismiss={close}
          actions={
            <div style={{ display: "flex", gap: 8, justifyContent: "end" }}>
              <PrimaryButton
                text={options.generation === "current" ? "Ok" : "Yes"}
                onClick={() => {
                  setRows((known) => known.filter(({ key }) => key !== open.row.key));
                  close();
                }}
              />
              <DefaultButton text="Cancel" onClick={close} />
            </div>
          }
        >
          <p>{say("dialog_delete_confirm")}</p>
          {options.deletion === "named" && (
            <p>
              <span>{userMethod(open.row.kind)}</span> <span>{open.row.detail}</span>
            </p>
          )}
        </Modal>
      )}
      {open?.what === "default" && (
        <Modal
          title={say("default_signin_method")}
          onDismiss={close}
          actions={
            <div style={{ display: "flex", gap: 8, justifyContent: "end" }}>
              <PrimaryButton text="Confirm" onClick={close} />
              <DefaultButton text="Cancel" onClick={close} />
            </div>
          }
        >
          <p>{say("dialog_which_default")}</p>
          <PickList
            kind="v8-dropdown"
            ariaLabel={say("dialog_which_default")}
            choices={candidates.map((row) => ({ key: String(row.key), text: defaultText(row) }))}
            chosen={defaultRow === undefined ? undefined : String(defaultRow.key)}
            onChoose={(key) => {
              setDefault(Number(key));
            }}
          />
        </Modal>
      )}
    </SiteFrame>
  );
}
