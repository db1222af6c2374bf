// Which method to add: cards in the current generation, a drop-down in the previous one.

import { PrimaryButton, DefaultButton, Icon } from "@fluentui/react";
import { tokens } from "@fluentui/react-components";
import { useState, type KeyboardEvent, type ReactElement } from "react";
import type { IconName } from "../../icons.ts";
import type { MethodKind } from "../../registrations.ts";
import { Modal } from "../controls/modal.tsx";
import { PickList } from "../controls/pick-list.tsx";
import { usePage } from "../mount.tsx";
import type { Surroundings } from "./step-frame.tsx";

interface Offer {
  readonly kind: MethodKind;
  /** The method's name in test ids and in the pages' data. */
  readonly name: string;
  readonly icon: IconName;
  readonly about: string;
}

const OFFERS: readonly Offer[] = [
  {
    kind: "authenticator",
    name: "authenticatorApp",
    icon: "CellPhone",
    about: "Approve sign-in requests or use one-time codes",
  },
  { kind: "phone", name: "mobilePhone", icon: "Phone", about: "Get a call or text to sign in with a code" },
  { kind: "alternate-phone", name: "altMobilePhone", icon: "Phone", about: "Get a call to sign in with a code" },
  { kind: "office-phone", name: "officePhone", icon: "Phone", about: "Get a call to sign in with a code" },
  { kind: "email", name: "email", icon: "Mail", about: "Receive a code to reset your password" },
  { kind: "passkey", name: "fido", icon: "Permissions", about: "Sign in with your face, fingerprint or PIN" },
  { kind: "hardware-token", name: "hardwareToken", icon: "Lock", about: "Sign in with a code from a hardware token" },
  { kind: "app-password", name: "appPassword", icon: "Permissions", about: "For apps that cannot ask for a code" },
];

interface Props {
  readonly around: Surroundings;
  readonly onPick: (kind: MethodKind) => void;
  readonly onDismiss: () => void;
}

function Cards({ onPick, onDismiss }: Props): ReactElement {
  const { userMethod, testId, say, options } = usePage();
  const known = say("dialog_add_method");
  return (
    <Modal title={options.lng === "en" ? "Add a sign-in method" : known} onDismiss={onDismiss}>
      <div role="list">
        {OFFERS.map(({ kind, name, icon, about }) => (
          <div
            key={kind}
            {...testId(`authmethod-picker-${name}`)}
            role="listitem"
            tabIndex={0}
            style={{
              display: "flex",
              gap: 16,
              alignItems: "center",
              padding: "10px 12px",
              marginBottom: 8,
              cursor: "pointer",
              border: `1px solid ${tokens.colorNeutralStroke2}`,
              borderRadius: 4,
            }}
            onClick={() => {
              onPick(kind);
            }}
            onKeyDown={(event: KeyboardEvent) => {
              if (event.key === "Enter" || event.key === " ") onPick(kind);
            }}
          >
            <Icon iconName={icon} style={{ fontSize: 20 }} />
            <div>
              <p style={{ margin: 0, fontWeight: 600 }}>{userMethod(kind)}</p>
              <div style={{ fontSize: 12, color: tokens.colorNeutralForeground2 }}>{about}</div>
            </div>
          </div>
        ))}
      </div>
    </Modal>
  );
}

function DropDown({ around, onPick, onDismiss }: Props): ReactElement {
  const { userMethod, say } = usePage();
  const [chosen, choose] = useState<MethodKind>();
  const adding = around === "dialog";
  return (
    <Modal
      title={adding ? say("dialog_add_method") : "Choose a different method"}
      onDismiss={onDismiss}
      actions={
        <div style={{ display: "flex", gap: 8, justifyContent: "end" }}>
          <DefaultButton text="Cancel" onClick={onDismiss} />
          <PrimaryButton
            text={adding ? say("action_add") : "Confirm"}
            disabled={chosen === undefined}
            onClick={() => {
              if (chosen !== undefined) onPick(chosen);
            }}
          />
        </div>
      }
    >
      <p>{say("dialog_which_method", adding ? "older" : "newer")}</p>
      <PickList
        kind="v8-dropdown"
        ariaLabel={say("dialog_which_method", adding ? "older" : "newer")}
        placeholder="Choose a method"
        choices={OFFERS.map(({ kind }) => ({ key: kind, text: userMethod(kind) }))}
        chosen={chosen}
        onChoose={(key) => {
          choose(OFFERS.find(({ kind }) => kind === key)?.kind);
        }}
      />
    </Modal>
  );
}

export function Picker(props: Props): ReactElement {
  return usePage().options.generation === "current" ? <Cards {...props} /> : <DropDown {...props} />;
}
