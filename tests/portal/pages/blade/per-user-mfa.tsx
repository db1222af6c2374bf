// Per-user MFA as it stands in the Entra admin center: who has which state, and what changes it.

import {
  Checkbox,
  CommandBar,
  DefaultButton,
  DetailsList,
  DetailsListLayoutMode,
  Dropdown,
  MessageBar,
  MessageBarType,
  Panel,
  PanelType,
  Pivot,
  PivotItem,
  PrimaryButton,
  SearchBox,
  Selection,
  SelectionMode,
} from "@fluentui/react";
import { tokens } from "@fluentui/react-components";
import { useEffect, useMemo, useState, type ReactElement } from "react";
import type { Options } from "../../options.ts";
import { directory, type MfaState, type User } from "../../users.ts";
import type { Concept } from "../../words.ts";
import { usePage } from "../mount.tsx";
import { observe } from "../observed.ts";
import { Confirm } from "./confirm.tsx";

type Command = "enable" | "disable" | "enforce";
type SortedBy = "name" | "userName" | "mfa";

const STATES: Readonly<Record<MfaState, Concept>> = {
  disabled: "peruser_state_disabled",
  enabled: "peruser_state_enabled",
  enforced: "peruser_state_enforced",
};

const ALSO = {
  nothing: "",
  "security-defaults": "Security defaults are on for this organization.",
  "conditional-access":
    "Conditional Access policies ask the users of this organization for multifactor authentication.",
} as const;

const OUTCOME: Readonly<Record<Options["outcome"], (command: string, users: number) => string>> = {
  named: (command) => `${command}: done`,
  counted: (_, users) => `Users changed: ${users}`,
  nothing: () => "",
};

function useCommands(): Readonly<Record<Command, { title: string; makes: MfaState; about: string; yes: string }>> {
  const { say } = usePage();
  return {
    enable: {
      title: say("peruser_action_enable_mfa"),
      makes: "enabled",
      about: "The users below are asked to register when they next sign in.",
      yes: "Enable",
    },
    disable: {
      title: "Disable MFA",
      makes: "disabled",
      about: "The users below are no longer asked for multifactor authentication by this page.",
      yes: "Disable",
    },
    enforce: {
      title: say("peruser_action_enforce_mfa"),
      makes: "enforced",
      about: "Apps that cannot ask for multifactor authentication stop working for the users below.",
      yes: "Enforce",
    },
  };
}

function SettingsPane(props: { readonly users: readonly User[]; readonly onClose: () => void }): ReactElement {
  const { say } = usePage();
  const [ticked, tick] = useState<ReadonlySet<Concept>>(new Set());
  const settings: readonly Concept[] = [
    "peruser_require_contact_methods_again",
    "peruser_delete_app_passwords",
    "peruser_restore_mfa_remembered_devices",
  ];
  return (
    <Panel
      isOpen
      type={PanelType.smallFixedFar}
      headerText={say("peruser_user_mfa_settings")}
      closeButtonAriaLabel="Close"
      isFooterAtBottom
      onDismiss={props.onClose}
      onRenderFooterContent={() => (
        <div style={{ display: "flex", gap: 8 }}>
          <PrimaryButton text="Save" disabled={ticked.size === 0} onClick={props.onClose} />
          <DefaultButton text="Cancel" onClick={props.onClose} />
        </div>
      )}
    >
      <p>{props.users.map(({ name }) => name).join(", ")}</p>
      <div style={{ display: "grid", gap: 12 }}>
        {settings.map((setting) => (
          <Checkbox
            key={setting}
            label={say(setting)}
            checked={ticked.has(setting)}
            onChange={(_, checked) => {
              const now = new Set(ticked);
              if (checked === true) now.add(setting);
              else now.delete(setting);
              tick(now);
            }}
          />
        ))}
      </div>
    </Panel>
  );
}

interface Shown {
  readonly status: MfaState | "all";
  readonly search: string;
  readonly sortedBy: SortedBy | undefined;
}

/** Sorting thousands of users without a filter gives nothing, as the real page does. */
function select(users: readonly User[], { status, search, sortedBy }: Shown, thousands: boolean): readonly User[] {
  const sought = search.trim().toLowerCase();
  const filtered = status !== "all" || sought !== "";
  if (thousands && sortedBy !== undefined && !filtered) return [];
  const found = users.filter(
    (user) =>
      (status === "all" || user.mfa === status) && `${user.name} ${user.userName}`.toLowerCase().includes(sought),
  );
  return sortedBy === undefined ? found : found.toSorted((a, b) => a[sortedBy].localeCompare(b[sortedBy]));
}

function Users(): ReactElement {
  const { options, say } = usePage();
  const commands = useCommands();
  const [everyone, setEveryone] = useState(() => directory(options));
  const [shown, show] = useState<Shown>({ status: "all", search: "", sortedBy: undefined });
  const [selectedIds, setSelectedIds] = useState<ReadonlySet<unknown>>(new Set());
  const [asked, ask] = useState<Command>();
  const [settings, openSettings] = useState(false);
  const [notice, notify] = useState("");
  useEffect(() => {
    observe({ states: Object.fromEntries(everyone.map(({ userName, mfa }) => [userName, mfa])) });
  }, [everyone]);

  const selection = useMemo(() => {
    const made: Selection = new Selection({
      onSelectionChanged: () => {
        setSelectedIds(new Set(made.getSelection().map(({ key }) => key)));
      },
    });
    return made;
  }, []);
  const selected = everyone.filter(({ id }) => selectedIds.has(id));
  const found = select(everyone, shown, options.directory === "thousands");
  const command = (name: Command, iconName: string) => ({
    key: name,
    text: commands[name].title,
    iconProps: { iconName },
    disabled: selected.length === 0,
    onClick: () => {
      ask(name);
    },
  });
  const sort = (sortedBy: SortedBy) => () => {
    show({ ...shown, sortedBy });
  };
  const column = (key: SortedBy, name: string, render: (user: User) => string, minWidth: number) => ({
    key,
    name,
    minWidth,
    maxWidth: 300,
    isSorted: shown.sortedBy === key,
    onColumnClick: sort(key),
    onRender: (user: User) => <span>{render(user)}</span>,
  });

  return (
    <>
      <CommandBar
        items={[
          command("enable", "CheckMark"),
          command("disable", "Cancel"),
          command("enforce", "Lock"),
          {
            key: "settings",
            text: say("peruser_user_mfa_settings"),
            iconProps: { iconName: "Settings" },
            disabled: selected.length === 0,
            onClick: () => {
              openSettings(true);
            },
          },
          { key: "refresh", text: "Refresh", iconProps: { iconName: "Refresh" } },
        ]}
        overflowButtonProps={{ ariaLabel: "More commands" }}
      />
      {options.error === "on" && (
        <MessageBar messageBarType={MessageBarType.error}>The users could not be loaded. Try again later.</MessageBar>
      )}
      {options.also !== "nothing" && <MessageBar>{ALSO[options.also]}</MessageBar>}
      {notice !== "" && <MessageBar messageBarType={MessageBarType.success}>{notice}</MessageBar>}
      <div style={{ display: "flex", gap: 12, alignItems: "end", flexWrap: "wrap", margin: "12px 0" }}>
        <SearchBox
          placeholder="Search"
          value={shown.search}
          styles={{ root: { width: 220 } }}
          onChange={(_, search = "") => {
            show({ ...shown, search });
          }}
        />
        <Dropdown
          label="Status"
          selectedKey={shown.status}
          styles={{ root: { width: 160 } }}
          options={[
            { key: "all", text: "All" },
            ...Object.entries(STATES).map(([key, concept]) => ({ key, text: say(concept) })),
          ]}
          onChange={(_, option) => {
            const status = (["disabled", "enabled", "enforced"] as const).find((state) => state === option?.key);
            show({ ...shown, status: status ?? "all" });
          }}
        />
        <Dropdown
          label="View"
          defaultSelectedKey="allowed"
          styles={{ root: { width: 220 } }}
          options={[
            { key: "allowed", text: "Sign-in allowed users" },
            { key: "blocked", text: "Sign-in blocked users" },
            { key: "admins", text: "Global administrators" },
          ]}
        />
      </div>
      {found.length === 0 ? (
        <p role="status" style={{ textAlign: "center", padding: 32 }}>
          {say("peruser_no_users")}
        </p>
      ) : null}
      <DetailsList
        items={found.map((user) => ({ ...user, key: user.id }))}
        // Without it every new list of items is taken for other people, and the selection is dropped.
        setKey="users"
        selection={selection}
        selectionMode={SelectionMode.multiple}
        selectionPreservedOnEmptyClick
        layoutMode={DetailsListLayoutMode.justified}
        ariaLabelForGrid={say("peruser_portal")}
        ariaLabelForSelectionColumn="Select users"
        checkButtonAriaLabel="Select user"
        columns={[
          column("name", "Name", ({ name }) => name, 140),
          column("userName", "User principal name", ({ userName }) => userName, 180),
          column("mfa", "Status", ({ mfa }) => say(STATES[mfa]), 100),
        ]}
      />
      {asked !== undefined && (
        <Confirm
          title={commands[asked].title}
          about={commands[asked].about}
          yes={commands[asked].yes}
          onYes={() => {
            setEveryone((known) =>
              known.map((user) => (selectedIds.has(user.id) ? { ...user, mfa: commands[asked].makes } : user)),
            );
            notify(OUTCOME[options.outcome](commands[asked].title, selected.length));
            ask(undefined);
          }}
          onNo={() => {
            ask(undefined);
          }}
        >
          <ul>
            {selected.map(({ id, name, mfa }) => (
              <li key={id}>
                {name}: {say(STATES[mfa])}
              </li>
            ))}
          </ul>
        </Confirm>
      )}
      {settings && (
        <SettingsPane
          users={selected}
          onClose={() => {
            openSettings(false);
          }}
        />
      )}
    </>
  );
}

export function PerUserMfa(): ReactElement {
  const { say } = usePage();
  return (
    <div
      style={{
        padding: "0 16px 24px",
        minHeight: "100vh",
        boxSizing: "border-box",
        background: tokens.colorNeutralBackground1,
      }}
    >
      <h1
        id="__bladeTitleMain"
        style={{ position: "absolute", width: 1, height: 1, overflow: "hidden", clipPath: "inset(50%)" }}
      >
        {say("peruser_portal")}
      </h1>
      <Pivot>
        <PivotItem headerText="Users" itemKey="users">
          <Users />
        </PivotItem>
        <PivotItem headerText="Service settings" itemKey="settings">
          <p>App passwords, trusted IPs and remembered devices are not on the practice page.</p>
        </PivotItem>
      </Pivot>
    </div>
  );
}
