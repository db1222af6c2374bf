// A user's "Authentication methods", as an admin sees them.

import { CommandBar, MessageBar, MessageBarType, Pivot, PivotItem } from "@fluentui/react";
import { tokens } from "@fluentui/react-components";
import { useEffect, useState, type ReactElement } from "react";
import { onShellMessage, tellShell } from "../../frame-messages.ts";
import { LISTS, type Registration } from "../../registrations.ts";
import type { User } from "../../users.ts";
import { usePage } from "../mount.tsx";
import { observe } from "../observed.ts";
import { AddPane } from "./add-pane.tsx";
import { Confirm } from "./confirm.tsx";
import { MethodTable, type Row } from "./method-table.tsx";

type Question =
  | { readonly about: "delete"; readonly row: Row }
  | { readonly about: "reset-password" | "re-register" | "revoke-sessions" };

function rowsOf(registrations: readonly Registration[]): readonly Row[] {
  return registrations.map((registration, key) => ({ ...registration, key }));
}

/** What "Require re-register" removes. */
const REMOVED_BY_REREGISTER: ReadonlySet<string> = new Set([
  "phone",
  "alternate-phone",
  "office-phone",
  "authenticator",
  "totp",
]);

/** What the questions and the notices say besides their titles; how the real ones do is not known. */
const ABOUT = {
  "reset-password": "A temporary password is made. The user has to change it at the next sign-in.",
  "re-register": "The user is asked to register again at the next sign-in that needs it.",
  "revoke-sessions": "The user has to sign in again everywhere.",
  delete: "Do you want to go on?",
} as const;

interface Notice {
  /** The command that was carried out, by its label. */
  readonly of: string;
  readonly outcome: string;
}

function UserMethods({ user }: { readonly user: User }): ReactElement {
  const { options, say, adminMethod } = usePage();
  const [rows, setRows] = useState(() => rowsOf(LISTS[user.list]));
  const [adding, setAdding] = useState(false);
  const [question, ask] = useState<Question>();
  const [notice, notify] = useState<Notice>();

  const register = (registration: Registration): void => {
    setRows((known) => [...known, { ...registration, key: Math.max(0, ...known.map(({ key }) => key)) + 1 }]);
    setAdding(false);
    notify({ of: say("admin_action_add_method"), outcome: `${adminMethod(registration.kind)} was added.` });
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: listens once, and what it calls only sets state
  useEffect(
    () =>
      onShellMessage((message) => {
        if (message.kind === "registered") register(message.registration);
      }),
    [],
  );
  useEffect(() => {
    observe({ registered: rows, user: user.id });
  }, [rows, user.id]);

  const titles = {
    "reset-password": say("admin_action_reset_password"),
    "re-register": say("admin_action_require_reregister"),
    "revoke-sessions": say("admin_action_revoke_sessions"),
    delete: say("action_delete"),
  } as const;
  const confirm = (asked: Question): void => {
    ask(undefined);
    if (asked.about === "delete") setRows((known) => known.filter(({ key }) => key !== asked.row.key));
    else if (asked.about === "re-register") {
      setRows((known) => known.filter(({ kind }) => !REMOVED_BY_REREGISTER.has(kind)));
    }
    const outcome = asked.about === "reset-password" ? "Temporary password: Practice-0042" : "The change was saved.";
    notify({ of: titles[asked.about], outcome });
  };

  const preferred = rows.find(({ unusable, kind }) => unusable === undefined && kind !== "email");
  const lists = (
    <>
      <p style={{ margin: "12px 0 0" }}>
        <b>{say("admin_system_preferred_mfa")}</b>: {preferred === undefined ? "None" : adminMethod(preferred.kind)}
      </p>
      <MethodTable
        title={say("admin_section_usable_methods")}
        rows={rows.filter(({ unusable }) => unusable === undefined)}
        onDelete={(row) => {
          ask({ about: "delete", row });
        }}
      />
      <MethodTable
        title={say("admin_section_nonusable_methods")}
        rows={rows.filter(({ unusable }) => unusable !== undefined)}
        onDelete={(row) => {
          ask({ about: "delete", row });
        }}
      />
    </>
  );

  return (
    <div style={{ padding: "0 16px 24px", background: tokens.colorNeutralBackground1 }}>
      <h1
        id="__bladeTitleMain"
        style={{ position: "absolute", width: 1, height: 1, overflow: "hidden", clipPath: "inset(50%)" }}
      >
        {say("admin_blade_authentication_methods")}
      </h1>
      <CommandBar
        items={[
          {
            key: "add",
            text: say("admin_action_add_method"),
            iconProps: { iconName: "Add" },
            onClick: () => {
              if (options.pane === "context-pane") tellShell({ kind: "open-pane" });
              else setAdding(true);
            },
          },
          {
            key: "reset",
            text: titles["reset-password"],
            iconProps: { iconName: "Permissions" },
            onClick: () => {
              ask({ about: "reset-password" });
            },
          },
          {
            key: "re-register",
            text: titles["re-register"],
            iconProps: { iconName: "Contact" },
            onClick: () => {
              ask({ about: "re-register" });
            },
          },
          {
            key: "revoke",
            text: titles["revoke-sessions"],
            iconProps: { iconName: "SignOut" },
            onClick: () => {
              ask({ about: "revoke-sessions" });
            },
          },
          {
            key: "policy",
            text: "View authentication methods policy",
            iconProps: { iconName: "Settings" },
          },
        ]}
        overflowButtonProps={{ ariaLabel: "More commands" }}
      />
      {options.error === "on" && (
        <MessageBar messageBarType={MessageBarType.error}>
          You do not have the role that changing this user's methods takes.
        </MessageBar>
      )}
      {notice !== undefined && (
        <MessageBar
          messageBarType={MessageBarType.success}
          onDismiss={() => {
            notify(undefined);
          }}
        >
          <b>{notice.of}</b> <span>{notice.outcome}</span>
        </MessageBar>
      )}
      {user.roles.length > 0 && (
        <dl style={{ display: "flex", gap: 12, margin: "12px 0 0" }}>
          <dt style={{ fontWeight: 600 }}>Assigned roles</dt>
          <dd style={{ margin: 0 }}>{user.roles.join(", ")}</dd>
        </dl>
      )}
      <p style={{ maxWidth: 760 }}>
        Authentication methods are the ways users sign in. Here are the methods that {user.name} has registered.
      </p>
      {options.tabs === "on" ? (
        <Pivot>
          <PivotItem headerText="Methods" alwaysRender>
            {lists}
          </PivotItem>
          <PivotItem headerText="Methods before the last change" alwaysRender>
            <MethodTable
              title={say("admin_section_usable_methods")}
              rows={rowsOf(LISTS["twenty-methods"])}
              onDelete={() => {
                notify({ of: titles.delete, outcome: "This is a copy." });
              }}
            />
          </PivotItem>
        </Pivot>
      ) : (
        lists
      )}
      {adding && (
        <AddPane
          onAdd={register}
          onDismiss={() => {
            setAdding(false);
          }}
        />
      )}
      {question !== undefined && (
        <Confirm
          title={titles[question.about]}
          about={ABOUT[question.about]}
          onYes={() => {
            confirm(question);
          }}
          onNo={() => {
            ask(undefined);
          }}
        />
      )}
    </div>
  );
}

/** Waits for the user whose methods to show; the same frame is used for one user after another. */
export function Methods(): ReactElement | null {
  const [user, show] = useState<User>();
  useEffect(() => {
    const stop = onShellMessage((message) => {
      if (message.kind === "show") show(message.user);
    });
    tellShell({ kind: "ready" });
    return stop;
  }, []);
  return user === undefined ? null : <UserMethods key={user.id} user={user} />;
}
