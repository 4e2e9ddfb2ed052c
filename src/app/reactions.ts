import { type EventName, listen } from "#core/events.ts";
import { traceAll } from "#core/traceable.ts";
import { modules } from "./modules.ts";

let listening = false;

/** Lets every module hear what happens in the storeys below it, and trace what lies above; asked again, it changes nothing. */
export const listenToModules = (): void => {
  if (listening) return;
  listening = true;
  for (const module of modules) {
    traceAll(module.traceables ?? []);
    for (const [name, reaction] of Object.entries(module.reactions ?? {}))
      listen(name as EventName, reaction);
  }
};
