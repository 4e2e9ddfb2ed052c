import { playPart } from "#modules/network/actors/commands.ts";
import { answerCooperation, proposeCooperation } from "#modules/network/cooperations/commands.ts";
import { addEvidence } from "#modules/network/evidence/commands.ts";
import { type Makers, made } from "./made.ts";

/** Two organizations that work together, what shows it, and one that plays a part. */
export const networkThings = async ({ office, club, other }: Makers) => {
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
    cooperation,
    cooperationEvidence: made(await addEvidence(office, cooperation, evidence)),
    networkActor: made(
      await playPart(office, { organizationId: club, part: "core", political: false, startsOn }),
    ),
  };
};
