import type { Context } from "#core/context.ts";
import type { Outcome } from "#core/outcome.ts";
import { holdOffice } from "#modules/consortium/offices/commands.ts";
import { adoptRules, draftRules } from "#modules/consortium/procedure/commands.ts";
import { addHolder, addSeat, keepProfile } from "#modules/consortium/seats/commands.ts";
import type { Sector } from "#modules/consortium/vocabulary.ts";
import { organizationChoices } from "#modules/organizations/queries.ts";
import material from "./seed.json" with { type: "json" };

const value = <T>(outcome: Outcome<T, string>): T => {
  if (!outcome.ok) throw new Error(`the consortium stopped: ${outcome.because}`);
  return outcome.value;
};

/** Puts up the seats of the example, with who sits on them, the chair, and the rules one begins with. */
export const foundConsortium = async (ctx: Context, startsOn: string, domain: string): Promise<void> => {
  await keepProfile(ctx, {
    name: "Konsortium Engagement",
    purpose: material.purpose,
    foundedOn: startsOn,
  });
  const organizations = await organizationChoices(ctx);
  for (const [index, told] of material.seats.entries()) {
    const { organization: title, member, deputy, account } = told;
    const organizationId = organizations.find(({ name }) => name === title)?.id ?? null;
    const seat = value(
      await addSeat(ctx, {
        title,
        organizationId,
        sector: told.sector as Sector,
        voting: index < 11,
        position: index + 1,
        startsOn,
      }),
    );
    const email = account ? `${account}@${domain}` : null;
    const holder = { startsOn, public: index % 3 !== 2 };
    value(await addHolder(ctx, seat, { ...holder, name: member, email, part: "member" }));
    value(await addHolder(ctx, seat, { ...holder, name: deputy, email: null, part: "deputy" }));
    if (index > 0) continue;
    const chair = { kind: "chair", name: member, email, seatId: seat, words: "", public: true } as const;
    value(await holdOffice(ctx, { ...chair, startsOn }));
  }
  const words = "Beschlossen in der Gründungssitzung.";
  value(await adoptRules(ctx, value(await draftRules(ctx)), { validFrom: startsOn, words }));
};
