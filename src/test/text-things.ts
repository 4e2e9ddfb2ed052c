import type { Context } from "#core/context.ts";
import { proposeAmendment } from "#modules/strategy/amending/commands.ts";
import { addPackage, endPackage } from "#modules/strategy/packages/commands.ts";
import { addParagraph, addVersion, openForAmendments, settle } from "#modules/strategy/texts/commands.ts";
import { made } from "./made.ts";

const words = { vision: "", easyWords: "Das ist ein Plan." };

/** Two versions, of which the second is open for amendments; one amendment to it. Numbers differ from town to town. */
export const textThings = async (office: Context) => {
  const first = await addVersion(office, { ...words, title: "Erste Fassung" });
  const paragraph = made(
    await addParagraph(office, first.id, { kind: "text", words: "Alle helfen.", fieldId: null }),
  );
  made(await settle(office, first.id));
  const more = office.place.slug === "musterstadt" ? [] : ["Dritte", "Vierte"];
  for (const title of more) await addVersion(office, { ...words, title }, { basedOn: first.id });
  const second = await addVersion(office, { ...words, title: "Zweite Fassung" }, { basedOn: first.id });
  made(await openForAmendments(office, second.id, "2099-01-01"));
  const propose = async (reason: string) =>
    made(
      await proposeAmendment(office, {
        action: "change",
        paragraphId: paragraph,
        words: `Alle helfen gern ${reason}.`,
        reason,
        as: "office",
        named: false,
      }),
    );
  let amendment = await propose("einmal");
  // More than the other town has amendments and what amends them.
  for (const reason of more.flatMap((one) => [one, `${one} Male`])) amendment = await propose(reason);
  const beside = made(
    await proposeAmendment(office, {
      action: "insert",
      paragraphId: paragraph,
      words: "Und sie feiern zusammen.",
      reason: "Weil es dazugehört.",
      as: "office",
      named: false,
    }),
  );
  const refinement = made(
    await proposeAmendment(office, {
      action: "change",
      paragraphId: null,
      amends: amendment.id,
      words: "Alle helfen sehr gern.",
      reason: "Es darf mehr sein.",
      as: "office",
      named: false,
    }),
  );
  const deal = { title: "Helfen und feiern", words: "Beides.", amendments: [amendment.id, beside.id] };
  let bundle = made(await addPackage(office, second.id, deal));
  for (const title of more) {
    made(await endPackage(office, bundle.id, "withdrawn", "Neu gepackt."));
    bundle = made(await addPackage(office, second.id, { ...deal, title }));
  }
  const draft = await addVersion(office, { ...words, title: "Ein Entwurf" });
  const draftParagraph = made(
    await addParagraph(office, draft.id, { kind: "text", words: "Noch nicht fertig.", fieldId: null }),
  );
  return {
    paragraph,
    draftVersion: draft.id,
    draftParagraph,
    versionNumber: String(second.number),
    amendmentNumber: String(amendment.number),
    refinementNumber: String(refinement.number),
    amendment: amendment.id,
    amendmentPackage: bundle.id,
    packageNumber: String(bundle.number),
  };
};
