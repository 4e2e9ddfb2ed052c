import { isStaff } from "#core/actor.ts";
import type { Context } from "#core/context.ts";
import type { PageProps } from "#core/web.ts";
import { Title } from "#ui/page.tsx";
import { Views } from "#ui/work.tsx";
import { say } from "./messages.ts";
import { paths } from "./paths.ts";
import type { SurveyRow } from "./queries.ts";

const hrefs = {
  overview: paths.survey,
  questions: paths.questions,
  settings: paths.settings,
  invitations: paths.invitations,
  progress: paths.progress,
  paper: paths.batches,
  counts: paths.counts,
  texts: paths.texts,
  releases: paths.releases,
  exports: paths.exports,
} as const;

/** The pages of one survey, for those who ask. */
export type SurveyPart = keyof typeof hrefs;

/** A survey that keeps only sums has no free text and no single answers to hand out. */
const partsOf = ({ privacy, access }: SurveyRow): readonly SurveyPart[] =>
  (Object.keys(hrefs) as SurveyPart[]).filter(
    (part) => !(part === "texts" && privacy === "counters") && !(part === "invitations" && access === "open"),
  );

type HeadProps = {
  readonly ctx: Context;
  readonly survey: SurveyRow;
  /** The page one is on, when it is one of the menu. */
  readonly part?: SurveyPart | undefined;
  readonly heading?: string | undefined;
  readonly lead?: string | undefined;
};

/** The head of each page of a survey: whose it is, what the page is, and the way to the others. */
export const SurveyHead = ({ ctx, survey, part, heading, lead }: HeadProps) => (
  <div>
    <Title
      kind={
        heading
          ? survey.title
          : survey.organization === null
            ? say(ctx)("asksTown")
            : say(ctx)("asks", { organization: survey.organization })
      }
      heading={heading ?? survey.title}
      lead={lead}
    />
    <Views
      ctx={ctx}
      views={partsOf(survey).map((one) => ({
        href: hrefs[one](survey.id),
        label: say(ctx)(`part_${one}`),
        current: one === part,
      }))}
    />
  </div>
);

/** What the frame needs to know of a page of a survey: the office and the organization see the same in their own frame. */
export const surveyProps = (
  ctx: Context,
  survey: Pick<SurveyRow, "id" | "title">,
  title: string,
  status: 200 | 409 | 422 = 200,
): PageProps => ({
  title,
  status,
  area: isStaff(ctx.actor) ? "office" : "public",
  hidden: true,
  crumbs: [
    { href: paths.register, label: say(ctx)("surveys") },
    ...(title === survey.title ? [] : [{ href: paths.survey(survey.id), label: survey.title }]),
  ],
});
