// The wizard that asks for methods after signing in: a page, not a dialog.

import { DefaultButton } from "@fluentui/react";
import { tokens } from "@fluentui/react-components";
import { useEffect, useState, type ReactElement } from "react";
import type { Registration } from "../../registrations.ts";
import { usePage } from "../mount.tsx";
import { observe } from "../observed.ts";
import { AddMethod } from "./add-method.tsx";

export function Register(): ReactElement {
  const { say } = usePage();
  const [registered, setRegistered] = useState<readonly Registration[]>([]);
  const [done, setDone] = useState(false);
  useEffect(() => {
    observe({ registered });
  }, [registered]);
  return (
    <div
      style={{ minHeight: "inherit", padding: 24, boxSizing: "border-box", background: tokens.colorNeutralBackground3 }}
    >
      <DefaultButton text="Skip to main content" style={{ position: "absolute", insetInlineStart: -9999 }} />
      <main style={{ maxWidth: 640, margin: "0 auto" }}>
        <h1 style={{ fontWeight: 600, fontSize: 24, textAlign: "center" }}>{say("page_keep_account_secure")}</h1>
        {done ? (
          <p style={{ textAlign: "center" }}>You are through. {registered.map(({ detail }) => detail).join(", ")}</p>
        ) : (
          <AddMethod
            around="wizard"
            first={{ at: "method", kind: "authenticator" }}
            onRegistered={(registration) => {
              setRegistered((known) => [...known, registration]);
            }}
            onClose={() => {
              setDone(true);
            }}
          />
        )}
      </main>
      <footer style={{ display: "flex", gap: 16, justifyContent: "center", fontSize: 12 }}>
        {["Help", "Terms", "Privacy"].map((text) => (
          <a key={text} href="/register" style={{ color: tokens.colorNeutralForeground2 }}>
            {text}
          </a>
        ))}
      </footer>
    </div>
  );
}
