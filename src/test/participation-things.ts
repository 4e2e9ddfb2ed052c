import { isoDay } from "#core/date.ts";
import { plusDays } from "#core/local-time.ts";
import { saveFund } from "#modules/participation/funds/commands.ts";
import { recommended } from "#modules/participation/funds/queries.ts";
import { proposeJoining } from "#modules/participation/joinings/commands.ts";
import { moderate } from "#modules/participation/moderation/commands.ts";
import { addRound, openRound } from "#modules/participation/opinions/commands.ts";
import { listStatements } from "#modules/participation/opinions/queries.ts";
import { addProposal } from "#modules/participation/proposals/commands.ts";
import { findProcess } from "#modules/participation/queries.ts";
import { askQuestion } from "#modules/participation/questions/commands.ts";
import { addReason } from "#modules/participation/reasons/commands.ts";
import { addStatements } from "#modules/participation/statements/commands.ts";
import { type Makers, made } from "./made.ts";

/** A process in which everybody may propose just now, with a fund, two proposals and a funded project. */
export const participationThings = async ({ office, volunteer }: Makers) => {
  const today = isoDay(office.now);
  const { name } = office.place;
  const { id, slug } = await office.db
    .insertInto("processes")
    .values({
      slug: `buergerfonds-${office.place.slug}`,
      template: "fund",
      title: `Bürgerfonds ${name}`,
      question: "Was soll hier schöner werden?",
      openWords: "Wofür das Geld ausgegeben wird.",
      decidedWords: "Wie viel es ist.",
      deciderWords: "Die Menschen dieser Stadt.",
      asksCost: true,
      // No number of the one town names a proposal of the other.
      proposalCount: name.length * 10,
      state: "published",
      publishedAt: office.now,
    })
    .returning(["id", "slug"])
    .executeTakeFirstOrThrow();
  await office.db
    .insertInto("processPhases")
    .values([
      { processId: id, kind: "collect", startsOn: plusDays(today, -5), endsOn: plusDays(today, 5) },
      { processId: id, kind: "decide", startsOn: plusDays(today, 10), endsOn: plusDays(today, 20) },
    ])
    .execute();
  const pot = { budgetCents: 20_000_00, leastCostCents: 100_00, mostCostCents: 8_000_00, leastSupports: 0 };
  made(await saveFund(office, id, { ...pot, criteriaWords: "", sourceWords: "", rule: recommended }));
  const process = await findProcess(office, id);
  if (!process) throw new Error("the process is not there");
  const bench = { title: "Bänke am See", words: "Drei Bänke, auf denen man sitzen kann.", named: true };
  const stage = { title: "Bühne im Park", words: "Eine kleine Bühne für alle.", named: true };
  const proposal = made(
    await addProposal(volunteer, process, { ...bench, how: "online", costCents: 900_00 }),
  );
  const other = made(await addProposal(volunteer, process, { ...stage, how: "online", costCents: 5_000_00 }));
  const fund = await office.db
    .selectFrom("funds")
    .select("id")
    .where("processId", "=", id)
    .executeTakeFirstOrThrow();
  const project = await office.db
    .insertInto("fundProjects")
    .values({ fundId: fund.id, proposalId: other.id, grantedCents: 5_000_00 })
    .returning("id")
    .executeTakeFirstOrThrow();
  const reason = { side: "for", words: "Man kann sich ausruhen.", named: false } as const;
  const proposalReason = made(await addReason(volunteer, process, proposal.id, reason));
  const opinions = { title: `Meinungen ${name}`, question: "Was gilt?", words: "", takesStatements: true };
  const round = await addRound(office, id, opinions);
  made(await addStatements(office, round.id, [{ text: "Eins." }, { text: "Zwei." }, { text: "Drei." }]));
  made(await openRound(office, round.id));
  const [statement] = await listStatements(office, round.id);
  if (!statement) throw new Error("the statement is not there");
  const hidden = made(
    await addReason(volunteer, process, other.id, { ...reason, words: "Wer das nicht will, ist dumm." }),
  );
  const insult = { action: "hidden", reason: "insult", words: "Beleidigt andere." } as const;
  const joining = {
    from: [proposal.id, other.id],
    results: [{ title: "Bänke und Bühne", words: "Beides zusammen.", costCents: null }],
    words: "Fast dasselbe.",
  };
  const asked = { words: "Wem gehört die Wiese?", named: true };
  return {
    proposalJoining: made(await proposeJoining(volunteer, process, joining)),
    processAnswer: made(await askQuestion(volunteer, process, asked)),
    moderation: made(await moderate(office, id, { kind: "reason", id: hidden }, insult)),
    subjectKind: "reason",
    opinionRound: round.id,
    opinionRoundSlug: round.slug,
    statement: statement.id,
    proposalReason,
    process: id,
    processSlug: slug,
    proposal: proposal.id,
    proposalNumber: String(proposal.number),
    otherProposal: other.id,
    fundProject: project.id,
  };
};
