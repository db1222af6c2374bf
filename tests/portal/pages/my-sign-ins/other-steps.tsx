// The remaining steps of a registration: email, Authenticator, the code, and the end.

import { Icon, Link } from "@fluentui/react";
import { tokens } from "@fluentui/react-components";
import { useEffect, useState, type ReactElement } from "react";
import type { MethodKind, Registration } from "../../registrations.ts";
import { TextEntry } from "../controls/text-entry.tsx";
import { useObservedForm } from "../form-state.ts";
import { usePage } from "../mount.tsx";
import { observeSubmitted } from "../observed.ts";
import { StepFrame, type Surroundings } from "./step-frame.tsx";

interface Around {
  readonly around: Surroundings;
  readonly onDismiss: () => void;
  readonly onBack: () => void;
}

export function EmailStep(props: Around & { readonly onSubmit: (email: string) => void }): ReactElement {
  const { testId, say } = usePage();
  const [email, type] = useState("");
  const entered = { form: "email", email };
  useObservedForm(entered);
  return (
    <StepFrame
      {...props}
      title={say("method_email")}
      next={{
        text: "Next",
        disabled: email === "",
        onClick: () => {
          observeSubmitted(entered);
          props.onSubmit(email);
        },
      }}
    >
      <p>What email would you like to use?</p>
      <TextEntry
        ariaLabel={say("method_email")}
        placeholder={say("method_email")}
        type="email"
        testId={testId("email-input")}
        value={email}
        onChange={type}
      />
    </StepFrame>
  );
}

/** Any six digits are right: nothing was sent to anyone. */
export function CodeStep(
  props: Around & { readonly registration: Registration; readonly onVerified: () => void },
): ReactElement {
  const { testId } = usePage();
  const { registration, onVerified } = props;
  const [code, type] = useState("");
  const email = registration.kind === "email";
  const app = registration.kind === "authenticator";
  const id = email ? "email-verify-challenge-otp-input" : "verification-entercode-input";
  return (
    <StepFrame
      {...props}
      title={app ? "Enter code" : email ? "Verify your email" : "Verify your phone number"}
      next={{ text: "Next", disabled: !/^\d{6}$/u.test(code), onClick: onVerified }}
    >
      <p>{app ? "Enter the code that your app shows." : `Enter the code that was sent to ${registration.detail}.`}</p>
      <TextEntry
        ariaLabel="Enter code"
        placeholder="Enter code"
        {...(email || app ? { testId: testId(id) } : {})}
        value={code}
        onChange={type}
      />
    </StepFrame>
  );
}

type AuthenticatorStage = "install" | "set-up" | "scan";

const STAGES: Readonly<Record<AuthenticatorStage, { title: string; about: string; next?: AuthenticatorStage }>> = {
  install: {
    title: "Install Microsoft Authenticator",
    about: "To protect your account, get the app on your phone, then come back here.",
    next: "set-up",
  },
  "set-up": {
    title: "Set up your account in the app",
    about: "If the app asks, allow notifications. Then add an account and choose work or school.",
    next: "scan",
  },
  scan: { title: "Scan the QR code", about: "Scan the code with the app to connect it with your account." },
};

export function AuthenticatorStep(
  props: Around & { readonly onScanned: () => void; readonly onOther: (() => void) | undefined },
): ReactElement {
  const { testId, say, options } = usePage();
  const [stage, setStage] = useState<AuthenticatorStage>("install");
  const [secretShown, showSecret] = useState(false);
  const [skippable, setSkippable] = useState(false);
  const { title, about, next } = STAGES[stage];
  const wizard = props.around === "wizard";
  useEffect(() => {
    // The real wizard adds this link later than the rest.
    const timer = setTimeout(() => {
      setSkippable(true);
    }, 600);
    return () => {
      clearTimeout(timer);
    };
  }, []);
  const { around, onDismiss, onBack } = props;
  return (
    <StepFrame
      around={around}
      onDismiss={onDismiss}
      {...(wizard ? {} : { onBack })}
      title={title}
      next={{
        text: "Next",
        onClick: () => {
          if (next === undefined) props.onScanned();
          else setStage(next);
        },
      }}
    >
      <div {...testId("setup-instructions")} style={{ display: "grid", gap: 12, justifyItems: "start" }}>
        <p style={{ margin: 0 }}>{about}</p>
        {stage === "install" && (
          <>
            <Link {...testId("authenticator-download-link")}>Download now</Link>
            <Link role="link">
              {options.generation === "current" && options.lng === "en"
                ? "Set up a different authentication app"
                : say("link_other_authenticator")}
            </Link>
          </>
        )}
        {stage === "scan" && (
          <>
            <div
              role="img"
              aria-label="QR code"
              style={{
                width: 132,
                height: 132,
                background: `repeating-conic-gradient(${tokens.colorNeutralForeground1} 0 25%, transparent 0 50%) 0 0 / 24px 24px`,
              }}
            />
            <Link
              {...testId("activation-qr-show/hide-info-button")}
              onClick={() => {
                showSecret(!secretShown);
              }}
            >
              Can't scan the QR code?
            </Link>
            {secretShown && (
              <table>
                <tbody>
                  <tr {...testId("activation-url/key")}>
                    <th scope="row" id="secretKeyLabel">
                      Secret key
                    </th>
                    <td>
                      <span className="ms-pii" aria-labeledby="secretKeyLabel">
                        practice only
                      </span>
                    </td>
                  </tr>
                </tbody>
              </table>
            )}
          </>
        )}
        {wizard && props.onOther !== undefined && (
          <Link onClick={props.onOther}>
            {options.generation === "current" && options.lng === "en" ? "Other options" : say("link_other_method")}
          </Link>
        )}
        {wizard && skippable && <Link onClick={props.onDismiss}>Skip setup</Link>}
      </div>
    </StepFrame>
  );
}

/** The headings that are known; of other methods none is. */
const ADDED: Readonly<Partial<Record<MethodKind, string>>> = {
  authenticator: "Authenticator added",
  phone: "Phone number added",
};

export function DoneStep(props: Omit<Around, "onBack"> & { readonly registration: Registration }): ReactElement {
  const { userMethod } = usePage();
  const name = userMethod(props.registration.kind);
  return (
    <StepFrame
      {...props}
      title={ADDED[props.registration.kind] ?? `${name} added`}
      next={{ text: "Done", onClick: props.onDismiss }}
    >
      <p style={{ display: "flex", gap: 8, alignItems: "center" }}>
        <Icon iconName="StatusCircleCheckmark" style={{ fontSize: 20, color: tokens.colorStatusSuccessForeground1 }} />
        <span aria-label={`Verification complete. ${name} has been registered.`}>
          You can use it to sign in: {registrationText(props.registration)}
        </span>
      </p>
    </StepFrame>
  );
}

function registrationText({ detail }: Registration): string {
  return detail === "" ? "ready" : detail;
}

export function NotPracticedStep(props: Around & { readonly kind: MethodKind }): ReactElement {
  const { userMethod } = usePage();
  return (
    <StepFrame {...props} title={userMethod(props.kind)}>
      <p>This part is not on the practice page.</p>
    </StepFrame>
  );
}
