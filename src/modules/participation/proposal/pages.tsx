import type { Context } from "#core/context.ts";
import { found } from "#core/errors.ts";
import { type Page, routes, slugIn } from "#core/web.ts";
import { listBorders } from "#modules/organizations/map/queries.ts";
import { findProposalAnswer, listProposalQuestions } from "#modules/participation/answering/queries.ts";
import { AnswerList, ProposalAnswer } from "#modules/participation/answering/views.tsx";
import { findCandidate, listChecks } from "#modules/participation/checks/queries.ts";
import { CheckList, FundStanding } from "#modules/participation/checks/views.tsx";
import { findFund } from "#modules/participation/funds/queries.ts";
import { listJoiningsOf, listOriginReasons } from "#modules/participation/joinings/queries.ts";
import { JoiningsOf, OriginReasons } from "#modules/participation/joinings/views.tsx";
import { paths } from "#modules/participation/paths.ts";
import { may } from "#modules/participation/policy.ts";
import { findProjectOf, listUpdates } from "#modules/participation/projects/queries.ts";
import { ProjectFacts, Updates } from "#modules/participation/projects/views.tsx";
import { isAuthor, mayEdit, takesVoices } from "#modules/participation/proposals/policy.ts";
import {
  findProposal,
  listAuthors,
  listPictures,
  type ProposalRow,
} from "#modules/participation/proposals/queries.ts";
import { currentPhase, findPublicProcess, homeOf } from "#modules/participation/queries.ts";
import { listReasons } from "#modules/participation/reasons/queries.ts";
import { Reasons } from "#modules/participation/reasons/views.tsx";
import type { Process } from "#modules/participation/schema.ts";
import { listSteps } from "#modules/participation/steps/queries.ts";
import { Steps } from "#modules/participation/steps/views.tsx";
import { supportedBy } from "#modules/participation/supports/queries.ts";
import { Support } from "#modules/participation/supports/views.tsx";
import { processProps } from "#modules/participation/views.tsx";
import { listThreads } from "#modules/threads/queries.ts";
import { Threads } from "#modules/threads/views.tsx";
import { Section, TwoColumns } from "#ui/page.tsx";
import { say } from "./messages.ts";
import { Head, notices, Pictures, Place, Words } from "./views.tsx";

type About = { readonly ctx: Context; readonly process: Process; readonly proposal: ProposalRow };

const answerPart = async ({ ctx, process, proposal }: About) => {
  const answer = await findProposalAnswer(ctx, proposal.id);
  const questions = await listProposalQuestions(ctx, proposal.id);
  return (
    <Section id="antwort" heading={say(ctx)("answer")}>
      {answer && <ProposalAnswer ctx={ctx} row={answer} />}
      {questions.length > 0 && <AnswerList ctx={ctx} rows={questions} />}
      <p>
        <a href={`${paths.questions(process.slug)}?vorschlag=${proposal.number}#fragen`}>{say(ctx)("ask")}</a>
      </p>
    </Section>
  );
};

const fundPart = async ({ ctx, process, proposal }: About) => {
  const checks = await listChecks(ctx, proposal.id);
  const fund = await findFund(ctx, process.id);
  const candidate = fund && !fund.decidedAt ? await findCandidate(ctx, fund, proposal.id) : undefined;
  const project = await findProjectOf(ctx, proposal.id);
  const updates = project ? await listUpdates(ctx, [project.id]) : [];
  return (
    <>
      {fund && candidate && <FundStanding ctx={ctx} fund={fund} candidate={candidate} checks={checks} />}
      {!candidate && checks.length > 0 && (
        <Section id="pruefung" heading={say(ctx)("checks")}>
          <CheckList ctx={ctx} checks={checks} />
        </Section>
      )}
      {project && (
        <Section id="vorhaben" heading={say(ctx)("project")}>
          <ProjectFacts ctx={ctx} project={project} />
          <Updates ctx={ctx} updates={updates} />
        </Section>
      )}
    </>
  );
};

const voicesPart = async (page: Page, { ctx, process, proposal }: About, open: boolean) => {
  const allowed = may.write(ctx, process, await homeOf(ctx));
  const shared = { ctx, formKey: page.get("formKey"), slug: process.slug, proposal, open, allowed };
  const own = (await supportedBy(ctx, [proposal.id])).has(proposal.id);
  return {
    support: <Support {...shared} own={own} />,
    reasons: <Reasons {...shared} reasons={await listReasons(ctx, proposal.id)} />,
  };
};

const footPart = async ({ ctx, process, proposal }: About, author: boolean, open: boolean) => {
  const words = say(ctx);
  const thing = { kind: "proposal", id: proposal.id };
  return (
    <>
      <JoiningsOf
        ctx={ctx}
        slug={process.slug}
        proposal={proposal.id}
        joinings={await listJoiningsOf(ctx, proposal.id)}
      />
      <OriginReasons ctx={ctx} reasons={await listOriginReasons(ctx, proposal.id)} />
      <Section
        id="weg"
        heading={words("path")}
        link={{ href: paths.path(process.slug, proposal.number), label: words("wholePath") }}
      >
        <Steps ctx={ctx} steps={await listSteps(ctx, proposal.id)} />
      </Section>
      <Threads ctx={ctx} thing={thing} threads={await listThreads(ctx, thing)} />
      <p class="al-section al-small">
        {author && open && (
          <>
            <a href={`${paths.newJoining(process.slug)}?vorschlag=${proposal.number}`}>{words("join")}</a>
            {" · "}
          </>
        )}
        {proposal.state === "published" && (
          <a href={paths.report(process.slug, "proposal", proposal.id)}>{words("report")}</a>
        )}
      </p>
    </>
  );
};

/** `/beteiligung/:slug/vorschlaege/:number`: one proposal with everything about it. */
export const pages = routes().get("/:slug/vorschlaege/:number{[0-9]{1,6}}", async (page) => {
  const ctx = page.get("ctx");
  const process = found(await findPublicProcess(ctx, slugIn(page)));
  const proposal = found(await findProposal(ctx, process.id, Number(page.req.param("number"))));
  const about = { ctx, process, proposal };
  const phase = await currentPhase(ctx, process);
  const open = proposal.state === "published" && takesVoices(phase);
  const authors = await listAuthors(ctx, [proposal.id]);
  const { support, reasons } = await voicesPart(page, about, open);
  const heard = page.req.query("hinweis");
  return page.render(
    <>
      <Head
        {...about}
        authors={authors}
        editable={mayEdit(ctx, proposal, authors, phase)}
        notice={notices.find((one) => one === heard)}
      />
      <TwoColumns>
        <Words {...about} />
        <div class="al-stack al-stack--wide">
          {support}
          <Place {...about} borders={proposal.latitude === null ? [] : await listBorders(ctx)} />
        </div>
      </TwoColumns>
      <Pictures ctx={ctx} pictures={await listPictures(ctx, proposal.id)} />
      {await fundPart(about)}
      {await answerPart(about)}
      {reasons}
      {await footPart(about, isAuthor(ctx, authors), open)}
    </>,
    {
      ...processProps(ctx, process, proposal.title),
      description: proposal.words.slice(0, 200),
      hidden: proposal.state !== "published",
    },
  );
});
