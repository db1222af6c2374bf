// The report of who has registered which methods, for the whole organization.

import {
  CommandBar,
  DetailsList,
  DetailsListLayoutMode,
  MessageBar,
  MessageBarType,
  SearchBox,
  SelectionMode,
} from "@fluentui/react";
import { tokens } from "@fluentui/react-components";
import { useState, type ReactElement } from "react";
import { LISTS, type MethodKind } from "../../registrations.ts";
import { directory, type User } from "../../users.ts";
import { usePage } from "../mount.tsx";

/** Methods that do not make anyone capable of MFA. */
const NOT_MFA: ReadonlySet<MethodKind> = new Set(["email", "password", "security-questions", "app-password"]);

export function RegistrationReport(): ReactElement {
  const { options, say, userMethod } = usePage();
  const [search, seek] = useState("");
  const [notice, notify] = useState("");
  const users = directory(options).filter(({ userName }) => userName.includes(search.trim().toLowerCase()));
  const capable = ({ list }: User): boolean => LISTS[list].some(({ kind }) => !NOT_MFA.has(kind));
  const column = (key: string, name: string, minWidth: number, render: (user: User) => string) => ({
    key,
    name,
    minWidth,
    maxWidth: 340,
    onRender: (user: User) => <span>{render(user)}</span>,
  });
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
        {say("admin_blade_authentication_methods")}
      </h1>
      <CommandBar
        items={[
          {
            key: "download",
            text: "Download",
            iconProps: { iconName: "Download" },
            onClick: () => {
              notify("The practice page has no file to download.");
            },
          },
          { key: "refresh", text: "Refresh", iconProps: { iconName: "Refresh" } },
          { key: "columns", text: "Columns", iconProps: { iconName: "Settings" } },
        ]}
        overflowButtonProps={{ ariaLabel: "More commands" }}
      />
      {options.error === "on" && (
        <MessageBar messageBarType={MessageBarType.error}>The report could not be loaded. Try again later.</MessageBar>
      )}
      {notice !== "" && <MessageBar>{notice}</MessageBar>}
      <SearchBox
        placeholder="Search by user principal name"
        value={search}
        styles={{ root: { width: 280, margin: "12px 0" } }}
        onChange={(_, value = "") => {
          seek(value);
        }}
      />
      <DetailsList
        items={[...users]}
        getKey={({ id }: User) => id}
        selectionMode={SelectionMode.none}
        layoutMode={DetailsListLayoutMode.justified}
        ariaLabelForGrid="User registration details"
        columns={[
          column("userName", "User principal name", 160, ({ userName }) => userName),
          column("capable", "Multifactor authentication capable", 120, (user) =>
            capable(user) ? "Capable" : "Not capable",
          ),
          column("methods", "Methods registered", 200, ({ list }) =>
            LISTS[list].map(({ kind }) => userMethod(kind)).join(", "),
          ),
        ]}
      />
    </div>
  );
}
