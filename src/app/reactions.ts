import { type EventName, listen } from "#core/events.ts";
import { traceAll } from "#core/traceable.ts";
import { modules } from "./modules.ts";

/** Lays out what every module lets be traced. */
export const traceModules = (): void => {
  for (const { traceables } of modules) traceAll(traceables ?? []);
};

let listening = false;

/** Lets every module hear what happens in the storeys below it, and trace what lies above; asked again, it changes nothing. */
export const listenToModules = (): void => {
  if (listening) return;
  listening = true;
  traceModules();
  for (const module of modules) {
    for (const [name, reaction] of Object.entries(module.reactions ?? {}))
      listen(name as EventName, reaction);
  }
};
