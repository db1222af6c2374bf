// A labeled choice of one of several, built as Fluent v8 Dropdown, v8 ComboBox or v9 Dropdown.

import { ComboBox, Dropdown as DropdownV8 } from "@fluentui/react";
import { Dropdown as DropdownV9, Field, Option } from "@fluentui/react-components";
import type { ReactElement } from "react";

export interface Choice {
  readonly key: string;
  readonly text: string;
}

interface Props {
  readonly kind: "v8-dropdown" | "v8-combobox" | "v9-dropdown";
  readonly label?: string;
  readonly ariaLabel?: string;
  readonly placeholder?: string;
  readonly choices: readonly Choice[];
  readonly chosen: string | undefined;
  readonly onChoose: (key: string) => void;
}

export function PickList({ kind, label, ariaLabel, placeholder, choices, chosen, onChoose }: Props): ReactElement {
  if (kind === "v9-dropdown") {
    return (
      <Field {...(label === undefined ? {} : { label })}>
        <DropdownV9
          {...(ariaLabel === undefined ? {} : { "aria-label": ariaLabel })}
          {...(placeholder === undefined ? {} : { placeholder })}
          value={choices.find(({ key }) => key === chosen)?.text ?? ""}
          selectedOptions={chosen === undefined ? [] : [chosen]}
          onOptionSelect={(_, { optionValue }) => {
            if (optionValue !== undefined) onChoose(optionValue);
          }}
        >
          {choices.map(({ key, text }) => (
            <Option key={key} value={key}>
              {text}
            </Option>
          ))}
        </DropdownV9>
      </Field>
    );
  }
  const shared = {
    ...(label === undefined ? {} : { label }),
    ...(ariaLabel === undefined ? {} : { ariaLabel }),
    ...(placeholder === undefined ? {} : { placeholder }),
    options: [...choices],
    selectedKey: chosen ?? null,
  };
  if (kind === "v8-combobox") {
    return (
      <ComboBox
        {...shared}
        autoComplete="on"
        calloutProps={{ calloutMaxHeight: 320 }}
        onChange={(_, option) => {
          if (option !== undefined) onChoose(String(option.key));
        }}
      />
    );
  }
  return (
    <DropdownV8
      {...shared}
      calloutProps={{ calloutMaxHeight: 320 }}
      onChange={(_, option) => {
        if (option !== undefined) onChoose(String(option.key));
      }}
    />
  );
}
