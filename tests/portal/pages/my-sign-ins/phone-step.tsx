// The step that asks for a phone number, in both generations.

import { ChoiceGroup, Link, MessageBar, MessageBarType } from "@fluentui/react";
import { useState, type ReactElement } from "react";
import { COUNTRIES } from "../../countries.ts";
import type { Language } from "../../options.ts";
import type { MethodKind } from "../../registrations.ts";
import { CountryField } from "../controls/country-field.tsx";
import { TextEntry } from "../controls/text-entry.tsx";
import { useObservedForm, useRemounting } from "../form-state.ts";
import { usePage } from "../mount.tsx";
import { observeSubmitted } from "../observed.ts";
import { StepFrame, type Surroundings } from "./step-frame.tsx";

const HOME: Readonly<Record<Language, string>> = { en: "US", ja: "JP", de: "DE", ar: "SA" };

const TITLES: Readonly<Partial<Record<MethodKind, string>>> = {
  phone: "Add your phone number",
  "alternate-phone": "Add an alternate phone number",
  "office-phone": "Add your office phone number",
};

/** What the practice page refuses; how the real one judges a number is not known. */
const FEWEST_DIGITS = 4;

interface Props {
  readonly around: Surroundings;
  readonly kind: MethodKind;
  readonly onSubmit: (phoneNumber: string) => void;
  readonly onBack: () => void;
  readonly onDismiss: () => void;
}

export function PhoneStep({ around, kind, onSubmit, onBack, onDismiss }: Props): ReactElement {
  const { options, say, userMethod, testId } = usePage();
  const current = options.generation === "current";
  const [country, chooseCountry] = useState(HOME[options.lng]);
  const [phoneNumber, type] = useState("");
  const [extension, typeExtension] = useState("");
  const [channel, chooseChannel] = useState(kind === "phone" ? "text" : "call");
  const remounting = useRemounting();
  const [refused, refuse] = useState(false);

  const entered = { form: kind, country, phoneNumber, channel };
  useObservedForm(entered);

  const question = say("field_phone_number", "newer");
  const numberLabel = say("admin_method_phone_number");
  return (
    <StepFrame
      around={around}
      title={current ? (TITLES[kind] ?? userMethod(kind)) : userMethod(kind)}
      onDismiss={onDismiss}
      onBack={onBack}
      next={{
        text: "Next",
        disabled: phoneNumber === "",
        onClick: () => {
          observeSubmitted(entered);
          const digits = phoneNumber.replace(/\D/gu, "").length;
          refuse(digits < FEWEST_DIGITS);
          if (digits < FEWEST_DIGITS) return;
          const callingCode = COUNTRIES.find(({ region }) => region === country)?.callingCode ?? "";
          onSubmit(`+${String(callingCode)} ${phoneNumber}${extension === "" ? "" : `x${extension}`}`);
        },
      }}
    >
      {/* A new key drops the subtree with everything in it; what is typed lives above and stays. */}
      <div key={remounting.key} style={{ display: "grid", gap: 12 }}>
        {refused && (
          <MessageBar {...testId("message-bar-error")} messageBarType={MessageBarType.error}>
            Enter a valid phone number
          </MessageBar>
        )}
        <span>{current ? "You can prove who you are by receiving a code on your phone." : question}</span>
        <CountryField region={country} onChoose={chooseCountry} />
        <TextEntry
          {...(current ? { label: numberLabel } : { ariaLabel: numberLabel, placeholder: "Enter phone number" })}
          value={phoneNumber}
          takesFocus={remounting.key > 0}
          onChange={(changed) => {
            type(changed);
            remounting.onChange();
          }}
        />
        {kind === "office-phone" && <TextEntry label="Extension" value={extension} onChange={typeExtension} />}
        {kind === "phone" && (
          <ChoiceGroup
            selectedKey={channel}
            options={[
              { key: "text", text: say("option_text_code") },
              { key: "call", text: say("option_call_me") },
            ]}
            onChange={(_, option) => {
              if (option !== undefined) chooseChannel(option.key);
            }}
          />
        )}
        <p style={{ fontSize: 12, margin: 0 }}>Message and data rates may apply.</p>
        {around === "wizard" && !current && <Link onClick={onBack}>{say("link_other_method")}</Link>}
      </div>
    </StepFrame>
  );
}
