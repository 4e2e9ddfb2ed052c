import { messages } from "#core/messages.ts";
import de from "./messages.de.json" with { type: "json" };
import easy from "./messages.de-x-easy.json" with { type: "json" };

export const say = messages(
  {
    title: "My area",
    hello: "Hello, {name}",
    lead: "Everything here that concerns you.",
    waiting: "Waiting for you",
    running: "Under way",
    nothing: "Nothing is waiting for you.",
    nothingText: "Would you like to find something to do?",
    find: "Find a place to help",
    ask: "Ask the contact point",
    more: "Your pages",
    roles: "You act here as: {roles}.",
    role_coordinator: "coordination",
    role_editor: "editor",
    role_representative: "representative",
    role_partner: "company",
    role_consortium: "consortium",
    role_chair: "chair",
    role_juror: "jury",
    role_programme: "programme office",
    role_administrator: "administration",
  },
  { de, "de-x-easy": easy },
);
