import { found } from "#core/errors.ts";
import { asked, type Page, routes, slugIn } from "#core/web.ts";
import { paths } from "#modules/opportunities/paths.ts";
import { findOpportunityBySlug } from "#modules/opportunities/queries.ts";
import { say } from "#modules/opportunities/suggestions/messages.ts";
import { pairsOf, questionPaths, readAnswers } from "#modules/opportunities/suggestions/paths.ts";
import { dismissedBy, explain, profileFrom } from "#modules/opportunities/suggestions/queries.ts";
import { profileOf, wishesOf } from "#modules/opportunities/wishes/queries.ts";
import { WhyPage } from "./views.tsx";

/** What we reckon with: the answers in the address, else the wishes of whoever is signed in, else nothing. */
const knownOf = async (page: Page) => {
  const ctx = page.get("ctx");
  const answers = readAnswers(asked(page));
  if (pairsOf(answers).length > 0) {
    return { from: "answers" as const, profile: profileFrom(ctx, answers), answers };
  }
  if (ctx.actor.kind === "person" && (await wishesOf(ctx, ctx.actor.id))) {
    return { from: "wishes" as const, profile: await profileOf(ctx, ctx.actor.id), answers };
  }
  return { from: "nothing" as const, profile: profileFrom(ctx, answers), answers };
};

/** /helfen/vorschlaege/warum/:slug */
export const pages = routes().get("/warum/:slug", async (page) => {
  const ctx = page.get("ctx");
  const offer = found(await findOpportunityBySlug(ctx, slugIn(page)));
  const { from, profile, answers } = await knownOf(page);
  const dismissed = await dismissedBy(ctx);
  return page.render(
    <WhyPage
      ctx={ctx}
      offer={offer}
      from={from}
      answers={answers}
      explanation={await explain(ctx, profile, offer.id, dismissed)}
      dismissed={dismissed.has(offer.id)}
      formKey={page.get("formKey")}
    />,
    {
      title: say(ctx)("whyNot"),
      crumbs:
        from === "answers"
          ? [{ href: questionPaths.result(answers), label: say(ctx)("resultHeading") }]
          : [{ href: paths.show(offer.slug), label: offer.title }],
      hidden: true,
    },
  );
});
