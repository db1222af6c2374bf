// The header and the navigation around Security info.

import { tokens } from "@fluentui/react-components";
import type { ReactElement, ReactNode } from "react";
import { usePage } from "../mount.tsx";

export function SiteFrame({ children }: { readonly children: ReactNode }): ReactElement {
  const { say } = usePage();
  const places = ["Overview", say("page_security_info"), "Devices", "Password", "Organizations", "Recent activity"];
  return (
    <div style={{ minHeight: "inherit", background: tokens.colorNeutralBackground2 }}>
      <header
        style={{
          height: 48,
          padding: "0 20px",
          display: "flex",
          alignItems: "center",
          background: tokens.colorBrandBackground,
          color: tokens.colorNeutralForegroundOnBrand,
          fontWeight: 600,
        }}
      >
        My Sign-Ins
      </header>
      <div style={{ display: "flex", flexWrap: "wrap" }}>
        <nav style={{ width: 200, padding: "16px 0" }} aria-label="My Account">
          {places.map((place, index) => (
            <a
              key={place}
              href="/security-info"
              aria-current={index === 1 ? "page" : undefined}
              style={{
                display: "block",
                padding: "10px 20px",
                color: tokens.colorNeutralForeground1,
                textDecoration: "none",
                ...(index === 1
                  ? { fontWeight: 600, borderInlineStart: `3px solid ${tokens.colorBrandBackground}` }
                  : { borderInlineStart: "3px solid transparent" }),
              }}
            >
              {place}
            </a>
          ))}
        </nav>
        <main style={{ flex: "1 1 480px", maxWidth: 860, padding: "28px 32px", minWidth: 0 }}>{children}</main>
      </div>
    </div>
  );
}
