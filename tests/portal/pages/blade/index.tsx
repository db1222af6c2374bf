// The one script of the blade frames: the path says which blade to show.

import type { ReactElement } from "react";
import { mount } from "../mount.tsx";
import { AddPaneDocument } from "./add-pane.tsx";
import { Methods } from "./methods.tsx";
import { PerUserMfa } from "./per-user-mfa.tsx";
import { RegistrationReport } from "./registration-report.tsx";

function blade(): ReactElement {
  switch (location.pathname.split("/").pop()) {
    case "AddAuthMethod.ReactView":
      return <AddPaneDocument />;
    case "MultifactorAuthenticationConfig.ReactView":
      return <PerUserMfa />;
    case "UserRegistrationDetails.ReactView":
      return <RegistrationReport />;
    default:
      return <Methods />;
  }
}

mount(blade());
