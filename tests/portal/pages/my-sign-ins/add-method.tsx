// The way through a registration, from the picker to the end.

import { useState, type ReactElement } from "react";
import type { MethodKind, Registration } from "../../registrations.ts";
import { AuthenticatorStep, CodeStep, DoneStep, EmailStep, NotPracticedStep } from "./other-steps.tsx";
import { PhoneStep } from "./phone-step.tsx";
import { Picker } from "./picker.tsx";
import type { Surroundings } from "./step-frame.tsx";

export type Step =
  | { readonly at: "picker" }
  | { readonly at: "method"; readonly kind: MethodKind }
  | { readonly at: "code" | "done"; readonly registration: Registration };

interface Props {
  readonly around: Surroundings;
  readonly first: Step;
  readonly onRegistered: (registration: Registration) => void;
  readonly onClose: () => void;
}

export function AddMethod({ around, first, onRegistered, onClose }: Props): ReactElement {
  const [step, go] = useState<Step>(first);
  const pick = (): void => {
    go({ at: "picker" });
  };
  const shared = { around, onDismiss: onClose, onBack: pick };
  const verify = (registration: Registration): void => {
    go({ at: "code", registration });
  };

  switch (step.at) {
    case "picker":
      return (
        <Picker
          around={around}
          onDismiss={() => {
            if (around === "dialog") onClose();
            else go(first);
          }}
          onPick={(kind) => {
            go({ at: "method", kind });
          }}
        />
      );
    case "code":
      return (
        <CodeStep
          {...shared}
          registration={step.registration}
          onVerified={() => {
            onRegistered(step.registration);
            go({ at: "done", registration: step.registration });
          }}
        />
      );
    case "done":
      return <DoneStep around={around} onDismiss={onClose} registration={step.registration} />;
    case "method":
      break;
  }
  const { kind } = step;
  switch (kind) {
    case "phone":
    case "alternate-phone":
    case "office-phone":
      return (
        <PhoneStep
          {...shared}
          kind={kind}
          onSubmit={(detail) => {
            verify({ kind, detail });
          }}
        />
      );
    case "email":
      return (
        <EmailStep
          {...shared}
          onSubmit={(detail) => {
            verify({ kind, detail });
          }}
        />
      );
    case "authenticator":
      return (
        <AuthenticatorStep
          {...shared}
          onOther={pick}
          onScanned={() => {
            verify({ kind, detail: "New phone" });
          }}
        />
      );
    default:
      return <NotPracticedStep {...shared} kind={kind} />;
  }
}
