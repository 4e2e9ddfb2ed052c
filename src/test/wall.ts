import type { Context } from "#core/context.ts";
import type { Id } from "#core/id.ts";
import { hashToken } from "#core/token.ts";
import { addPaperCards } from "#modules/workshops/cards/commands.ts";
import { addCluster, sortCards } from "#modules/workshops/clusters/commands.ts";
import { addWorkshop, moveWorkshop } from "#modules/workshops/commands.ts";
import { addPhase, letPhase } from "#modules/workshops/planning/commands.ts";
import type { WorkshopId } from "#modules/workshops/queries.ts";
import { made } from "./made.ts";

const hour = 3_600_000;

/** A workshop that is running today, with one phase, four cards on paper and two clusters, one card in each. */
export const wallOf = async (office: Context) => {
  const startsAt = new Date(+office.now - hour);
  const { id, slug } = made(
    await addWorkshop(office, {
      title: `Werkstatt ${office.place.name}`,
      question: "Was fehlt uns?",
      startsAt,
      endsAt: new Date(+startsAt + 6 * hour),
    }),
  );
  const question = { question: "Was stört?", minutes: 60, dots: 3 };
  const phase = made(await addPhase(office, id, { kind: "critique", title: "Kritik", ...question }));
  made(await moveWorkshop(office, id, "announced"));
  made(await moveWorkshop(office, id, "running"));
  const texts = ["Kein Raum am Abend", "Räume sind zu teuer", "Kein Bus nach 18 Uhr", "Der Bus ist zu teuer"];
  const lines = texts.map((text, index) => ({ text, clientKey: `zettel-${slug}-${index}` }));
  made(await addPaperCards(office, { workshop: id, phase, table: null, lines }));
  const cards = (
    await office.db.selectFrom("cards").select("id").where("phaseId", "=", phase).orderBy("number").execute()
  ).map((card) => card.id);
  const rooms = made(
    await addCluster(office, phase, { title: "Räume", words: "Es fehlt an Räumen am Abend." }),
  );
  const buses = made(await addCluster(office, phase, { title: "Busse", words: "" }));
  const [room, , bus] = cards;
  if (!room || !bus) throw new Error("the cards were not taken");
  made(await sortCards(office, phase, [{ card: room, from: null }], rooms));
  made(await sortCards(office, phase, [{ card: bus, from: null }], buses));
  return { workshop: id, workshopSlug: slug, phase, cards, rooms, buses };
};

/** A phone that came into the hall with this token. */
export const phoneOf = async (
  ctx: Context,
  workshop: WorkshopId,
  token: string,
): Promise<Id<"workshopGuest">> =>
  (
    await ctx.db
      .insertInto("workshopGuests")
      .values({ workshopId: workshop, tokenHash: hashToken(token) })
      .returning("id")
      .executeTakeFirstOrThrow()
  ).id;

/** Lets the phase take dots. */
export const openDots = async (office: Context, workshop: WorkshopId, phase: Id<"workshopPhase">) =>
  made(await letPhase(office, workshop, phase, "dots"));
