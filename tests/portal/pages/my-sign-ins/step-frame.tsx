// What stands around one step of a registration: a dialog on Security info, a page in the wizard.

import { DefaultButton, PrimaryButton } from "@fluentui/react";
import { tokens } from "@fluentui/react-components";
import type { ReactElement, ReactNode } from "react";
import { Modal } from "../controls/modal.tsx";
import { usePage } from "../mount.tsx";

export type Surroundings = "dialog" | "wizard";

interface Props {
  readonly around: Surroundings;
  readonly title: string;
  readonly onDismiss: () => void;
  /** The step's main button; left out where the step has none. */
  readonly next?: { readonly text: string; readonly disabled?: boolean; readonly onClick: () => void };
  readonly onBack?: () => void;
  readonly children: ReactNode;
}

export function StepFrame({ around, title, onDismiss, next, onBack, children }: Props): ReactElement {
  const { options, testId } = usePage();
  const leave = options.generation === "current" && onBack !== undefined;
  const actions = (
    <div style={{ display: "flex", gap: 8, justifyContent: "end", marginTop: 16 }}>
      {leave && <DefaultButton {...testId("reskin-step-back-button")} text="Back" onClick={onBack} />}
      {!leave && around === "dialog" && <DefaultButton text="Cancel" onClick={onDismiss} />}
      {next !== undefined && (
        // As on the real pages, the button says `aria-disabled` and keeps its place in the tab order.
        <PrimaryButton
          {...testId("reskin-step-next-button")}
          text={next.text}
          allowDisabledFocus
          disabled={next.disabled ?? false}
          onClick={next.onClick}
        />
      )}
    </div>
  );
  if (around === "dialog") {
    return (
      <Modal title={title} titleTestId={testId("reskin-step-title")} onDismiss={onDismiss} actions={actions}>
        {children}
      </Modal>
    );
  }
  return (
    <section
      style={{
        maxWidth: 520,
        margin: "24px auto",
        padding: 32,
        background: tokens.colorNeutralBackground1,
        boxShadow: tokens.shadow8,
        borderRadius: 4,
      }}
    >
      <h2 {...testId("reskin-step-title")} style={{ fontWeight: 600, fontSize: 22, marginTop: 0 }}>
        {title}
      </h2>
      {children}
      {actions}
    </section>
  );
}
