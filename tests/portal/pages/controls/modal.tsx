// A dialog, built as Fluent v8 Dialog (blocking or not) or v9 Dialog.

import { Dialog as DialogV8, DialogFooter, DialogType } from "@fluentui/react";
import {
  Dialog as DialogV9,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  FluentProvider,
} from "@fluentui/react-components";
import type { ReactElement, ReactNode } from "react";
import { usePage } from "../mount.tsx";

interface Props {
  readonly title: string;
  readonly titleTestId?: { readonly "data-testid"?: string };
  readonly onDismiss: () => void;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

export function Modal({ title, titleTestId, onDismiss, actions, children }: Props): ReactElement {
  const { dialog } = usePage().options;
  if (dialog === "v9") {
    return (
      <DialogV9
        open
        onOpenChange={(_, { open }) => {
          if (!open) onDismiss();
        }}
      >
        <DialogSurface>
          <DialogBody>
            <DialogTitle {...titleTestId}>{title}</DialogTitle>
            <DialogContent>{children}</DialogContent>
            <DialogActions>{actions}</DialogActions>
          </DialogBody>
        </DialogSurface>
      </DialogV9>
    );
  }
  return (
    <DialogV8
      hidden={false}
      onDismiss={onDismiss}
      minWidth={460}
      dialogContentProps={{
        type: DialogType.normal,
        title: <span {...titleTestId}>{title}</span>,
        closeButtonAriaLabel: "Close",
      }}
      modalProps={{ isBlocking: dialog === "v8-blocking" }}
    >
      {/* A v8 layer stands outside of the page's provider, and with it outside of the v9 theme. */}
      <FluentProvider style={{ background: "none" }}>{children}</FluentProvider>
      <DialogFooter>{actions}</DialogFooter>
    </DialogV8>
  );
}
