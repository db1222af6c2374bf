// A labeled text field, built with Fluent v8 or v9.

import { TextField, type ITextField } from "@fluentui/react";
import { Field, Input } from "@fluentui/react-components";
import { useEffect, useRef, type ReactElement } from "react";
import { usePage } from "../mount.tsx";

interface Props {
  readonly label?: string;
  readonly ariaLabel?: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly placeholder?: string;
  readonly description?: string;
  readonly type?: "text" | "tel" | "email";
  readonly testId?: { readonly "data-testid"?: string };
  /** Takes the focus when mounted, with the caret behind what is already there. */
  readonly takesFocus?: boolean;
}

export function TextEntry(props: Props): ReactElement {
  const { label, ariaLabel, value, onChange, placeholder, description, type = "text", testId, takesFocus } = props;
  const v8 = useRef<ITextField>(null);
  const v9 = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (takesFocus !== true) return;
    const field = v8.current ?? v9.current;
    field?.focus();
    const end = v8.current?.value?.length ?? v9.current?.value.length ?? 0;
    v8.current?.setSelectionRange(end, end);
    v9.current?.setSelectionRange(end, end);
  }, [takesFocus]);

  const shared = {
    ...(ariaLabel === undefined ? {} : { ariaLabel }),
    ...(placeholder === undefined ? {} : { placeholder }),
  };
  if (usePage().options.field === "v8") {
    return (
      <TextField
        componentRef={v8}
        {...(label === undefined ? {} : { label })}
        {...shared}
        {...(description === undefined ? {} : { description })}
        {...testId}
        type={type}
        value={value}
        onChange={(_, changed) => {
          onChange(changed ?? "");
        }}
      />
    );
  }
  return (
    <Field {...(label === undefined ? {} : { label })} {...(description === undefined ? {} : { hint: description })}>
      <Input
        input={{ ref: v9 }}
        {...(ariaLabel === undefined ? {} : { "aria-label": ariaLabel })}
        {...(placeholder === undefined ? {} : { placeholder })}
        {...testId}
        type={type}
        value={value}
        onChange={(_, { value: changed }) => {
          onChange(changed);
        }}
      />
    </Field>
  );
}
