import { playPart } from "#modules/network/actors/commands.ts";
import { answerCooperation, proposeCooperation } from "#modules/network/cooperations/commands.ts";
import { addEvidence } from "#modules/network/evidence/commands.ts";
import { addGroupDate } from "#modules/network/group-dates/commands.ts";
import { addGroup, addGroupMember } from "#modules/network/groups/commands.ts";
import { type Makers, made } from "./made.ts";

/** A working group with a member and a date. */
const groupThings = async ({ office, club }: Makers) => {
  const foundedOn = "2026-03-01";
  const words = { purpose: "Wir planen das Fest.", contactWords: "", internal: false };
  const { id, slug } = await addGroup(office, { ...words, name: `Fest in ${office.place.name}`, foundedOn });
  const member = { organizationId: club, name: "", email: null, part: "lead", startsOn: foundedOn } as const;
  const time = { day: "2026-12-09", from: "17:00", until: "19:00", whereWords: "Lesehaus", open: true };
  return {
    workingGroup: id,
    workingGroupSlug: slug,
    workingGroupMember: made(await addGroupMember(office, id, member)),
    workingGroupDate: made(await addGroupDate(office, id, { ...time, title: "Erstes Treffen", words: "" })),
  };
};

/** Two organizations that work together, what shows it, and one that plays a part. */
export const networkThings = async (makers: Makers) => {
  const { office, club, other } = makers;
  const startsOn = "2026-03-01";
  const cooperation = made(
    await proposeCooperation(office, {
      kind: "project",
      topic: `Sommerfest in ${office.place.name}`,
      agreement: "Aufbau am Freitag.",
      field: "culture",
      startsOn,
      endsOn: null,
      organizations: [club, other],
    }),
  );
  for (const organization of [club, other])
    made(await answerCooperation(office, cooperation, organization, "confirmed"));
  const evidence = {
    kind: "meeting",
    words: "Protokoll",
    happenedOn: startsOn,
    url: "",
    public: true,
  } as const;
  return {
    ...(await groupThings(makers)),
    cooperation,
    cooperationEvidence: made(
      await addEvidence(
        office,
        cooperation,
        evidence,
        new File(["%PDF-1.7"], "protokoll.pdf", { type: "application/pdf" }),
      ),
    ),
    networkActor: made(
      await playPart(office, { organizationId: club, part: "core", political: false, startsOn }),
    ),
  };
};
