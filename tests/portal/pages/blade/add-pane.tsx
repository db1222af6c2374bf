// What holds the form of "Add authentication method": a Fluent v8 panel, a v9 drawer or dialog in
// the blade's frame, or a document of its own in the shell's context pane.

import { DefaultButton, Panel, PanelType, PrimaryButton } from "@fluentui/react";
import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  DrawerBody,
  DrawerFooter,
  DrawerHeader,
  DrawerHeaderTitle,
  FluentProvider,
  OverlayDrawer,
} from "@fluentui/react-components";
import type { ReactElement } from "react";
import { tellShell } from "../../frame-messages.ts";
import type { Registration } from "../../registrations.ts";
import { usePage } from "../mount.tsx";
import { useAddForm } from "./add-form.tsx";

interface Props {
  readonly onAdd: (registration: Registration) => void;
  readonly onDismiss: () => void;
}

function FluentPanel({ onAdd, onDismiss }: Props): ReactElement {
  const { options, say } = usePage();
  const { fields, submit } = useAddForm(onAdd);
  return (
    <Panel
      isOpen
      isBlocking
      isLightDismiss={options.pane === "v8-light-panel"}
      type={PanelType.smallFixedFar}
      headerText={say("admin_action_add_method")}
      closeButtonAriaLabel="Close"
      isFooterAtBottom
      onDismiss={onDismiss}
      onRenderFooterContent={() => (
        <div style={{ display: "flex", gap: 8 }}>
          <PrimaryButton text={say("action_add")} disabled={submit === undefined} onClick={submit} />
          <DefaultButton text="Cancel" onClick={onDismiss} />
        </div>
      )}
    >
      {/* A v8 layer stands outside of the page's provider, and with it outside of the v9 theme. */}
      <FluentProvider style={{ background: "none" }}>{fields}</FluentProvider>
    </Panel>
  );
}

function FluentDrawer({ onAdd, onDismiss }: Props): ReactElement {
  const { say } = usePage();
  const { fields, submit } = useAddForm(onAdd);
  return (
    <OverlayDrawer
      open
      position="end"
      onOpenChange={(_, { open }) => {
        if (!open) onDismiss();
      }}
    >
      <DrawerHeader>
        <DrawerHeaderTitle>{say("admin_action_add_method")}</DrawerHeaderTitle>
      </DrawerHeader>
      <DrawerBody>{fields}</DrawerBody>
      <DrawerFooter>
        <Button appearance="primary" disabled={submit === undefined} onClick={submit}>
          {say("action_add")}
        </Button>
        <Button onClick={onDismiss}>Cancel</Button>
      </DrawerFooter>
    </OverlayDrawer>
  );
}

function FluentDialog({ onAdd, onDismiss }: Props): ReactElement {
  const { say } = usePage();
  const { fields, submit } = useAddForm(onAdd);
  return (
    <Dialog
      open
      onOpenChange={(_, { open }) => {
        if (!open) onDismiss();
      }}
    >
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{say("admin_action_add_method")}</DialogTitle>
          <DialogContent>{fields}</DialogContent>
          <DialogActions>
            <Button appearance="primary" disabled={submit === undefined} onClick={submit}>
              {say("action_add")}
            </Button>
            <Button onClick={onDismiss}>Cancel</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}

/** The form inside the blade's own frame. */
export function AddPane(props: Props): ReactElement {
  const { pane } = usePage().options;
  if (pane === "v9-drawer") return <FluentDrawer {...props} />;
  if (pane === "v9-dialog") return <FluentDialog {...props} />;
  return <FluentPanel {...props} />;
}

/** The form as a document of its own; the shell draws the heading around it. */
export function AddPaneDocument(): ReactElement {
  const { say } = usePage();
  const { fields, submit } = useAddForm((registration) => {
    tellShell({ kind: "register", registration });
  });
  return (
    <div style={{ display: "flex", flexDirection: "column", minHeight: "100vh", padding: 20, boxSizing: "border-box" }}>
      <div style={{ flex: 1 }}>{fields}</div>
      <div style={{ display: "flex", gap: 8 }}>
        <PrimaryButton text={say("action_add")} disabled={submit === undefined} onClick={submit} />
        <DefaultButton
          text="Cancel"
          onClick={() => {
            tellShell({ kind: "close-pane" });
          }}
        />
      </div>
    </div>
  );
}
