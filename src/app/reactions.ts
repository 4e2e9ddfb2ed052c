import { type EventName, listen } from "#core/events.ts";
import { modules } from "./modules.ts";

let listening = false;

/** Lets every module hear what happens in the storeys below it; asked again, it changes nothing. */
export const listenToModules = (): void => {
  if (listening) return;
  listening = true;
  for (const module of modules) {
    for (const [name, reaction] of Object.entries(module.reactions ?? {}))
      listen(name as EventName, reaction);
  }
};
