// The form of "Add authentication method", without what holds it.

import { Toggle } from "@fluentui/react";
import { useState, type ReactElement } from "react";
import type { Registration } from "../../registrations.ts";
import { PickList } from "../controls/pick-list.tsx";
import { TextEntry } from "../controls/text-entry.tsx";
import { useObservedForm, useRemounting } from "../form-state.ts";
import { usePage } from "../mount.tsx";
import { observeSubmitted } from "../observed.ts";

type Offered = "phone" | "email" | "temporary-access-pass";
type PhoneType = "phone" | "alternate-phone" | "office-phone";

const OFFERED: readonly Offered[] = ["phone", "email", "temporary-access-pass"];
const PHONE_TYPES: readonly { readonly key: PhoneType; readonly text: string }[] = [
  { key: "phone", text: "Mobile" },
  { key: "alternate-phone", text: "Alternate mobile" },
  { key: "office-phone", text: "Office" },
];

export interface AddForm {
  readonly fields: ReactElement;
  /** Absent until something is typed that could be added. */
  readonly submit: (() => void) | undefined;
}

/** The form's fields, and what its Add button does. */
export function useAddForm(onAdd: (registration: Registration) => void): AddForm {
  const { options, say } = usePage();
  const [method, chooseMethod] = useState<Offered>();
  const [phoneType, choosePhoneType] = useState<PhoneType>("phone");
  const [phoneNumber, typePhoneNumber] = useState("");
  const [email, typeEmail] = useState("");
  const remounting = useRemounting();

  const entered = { form: method ?? "", phoneType, phoneNumber, email };
  useObservedForm(entered);

  const kind = options.field === "v8" ? "v8-dropdown" : "v9-dropdown";
  const typed = (type: (value: string) => void) => (value: string) => {
    type(value);
    remounting.onChange();
  };
  const fields = (
    <div key={remounting.key} style={{ display: "grid", gap: 12 }}>
      <PickList
        kind={kind}
        label={say("admin_choose_method")}
        placeholder={say("admin_choose_method")}
        choices={OFFERED.map((offered) => ({
          key: offered,
          text: say(
            offered === "phone"
              ? "admin_method_phone_number"
              : offered === "email"
                ? "admin_method_email"
                : "admin_method_temporary_access_pass",
            "newer",
          ),
        }))}
        chosen={method}
        onChoose={(key) => {
          chooseMethod(OFFERED.find((offered) => offered === key));
        }}
      />
      {method === "phone" && (
        <>
          <TextEntry
            label={say("admin_method_phone_number")}
            placeholder="+1 4255551234"
            value={phoneNumber}
            takesFocus={remounting.key > 0}
            onChange={typed(typePhoneNumber)}
          />
          <PickList
            kind={kind}
            label="Phone type"
            choices={PHONE_TYPES}
            chosen={phoneType}
            onChoose={(key) => {
              choosePhoneType(PHONE_TYPES.find((type) => type.key === key)?.key ?? "phone");
            }}
          />
        </>
      )}
      {method === "email" && (
        <TextEntry
          label={say("admin_method_email")}
          placeholder="name@example.com"
          value={email}
          takesFocus={remounting.key > 0}
          onChange={typed(typeEmail)}
        />
      )}
      {method === "temporary-access-pass" && (
        <>
          <Toggle label="Delayed start time" inlineLabel />
          <Toggle label="One-time use" inlineLabel />
        </>
      )}
    </div>
  );

  const add = (registration: Registration) => () => {
    observeSubmitted(entered);
    onAdd(registration);
  };
  if (method === "phone" && phoneNumber !== "")
    return { fields, submit: add({ kind: phoneType, detail: phoneNumber }) };
  if (method === "email" && email !== "") return { fields, submit: add({ kind: "email", detail: email }) };
  if (method === "temporary-access-pass") return { fields, submit: add({ kind: method, detail: "" }) };
  return { fields, submit: undefined };
}
