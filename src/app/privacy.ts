import type { Context } from "#core/context.ts";
import type { Id } from "#core/id.ts";
import { modules } from "./modules.ts";

const keepers = modules.flatMap(({ name, personalData }) => (personalData ? [{ name, personalData }] : []));

/** Everything that this town keeps about somebody, by module: what GDPR Art. 15 and 20 give a person a right to. */
export const showPerson = async (
  ctx: Context,
  id: Id<"person">,
): Promise<Readonly<Record<string, Readonly<Record<string, unknown>>>>> => {
  const shown: Record<string, Readonly<Record<string, unknown>>> = {};
  for (const { name, personalData } of keepers) shown[name] = await personalData.show(ctx, id);
  return shown;
};

/**
 * Erases somebody from every module (GDPR Art. 17), the highest storey first, for it refers to those below.
 * People, the lowest, keep that somebody left, without a name.
 */
export const erasePerson = async (ctx: Context, id: Id<"person">): Promise<void> => {
  for (const { personalData } of [...keepers].reverse()) await personalData.erase(ctx, id);
};
