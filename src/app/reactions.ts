import { type EventName, listen } from "#core/events.ts";
import { showOnProfiles } from "#core/profile.ts";
import { traceAll } from "#core/traceable.ts";
import { modules } from "./modules.ts";

/** Lays out what every module lets be traced and what it shows on profiles; asked again, it changes nothing. */
export const introduceModules = (): void => {
  for (const { traceables, profile } of modules) {
    traceAll(traceables ?? []);
    if (profile) showOnProfiles(profile);
  }
};

let listening = false;

/** Lets every module hear what happens in the storeys below it, and trace what lies above; asked again, it changes nothing. */
export const listenToModules = (): void => {
  if (listening) return;
  listening = true;
  introduceModules();
  for (const module of modules) {
    for (const [name, reaction] of Object.entries(module.reactions ?? {}))
      listen(name as EventName, reaction);
  }
};
