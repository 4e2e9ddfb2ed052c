import { events } from "./events.ts";
import { opportunities } from "./opportunities.ts";
import { organizations } from "./organizations.ts";
import type { Resource } from "./resource.ts";
import { services } from "./services.ts";

/** The nouns of the public contract, in the order of the storeys. */
export const resources: readonly Resource[] = [organizations, services, events, opportunities];
