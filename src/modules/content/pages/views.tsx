import type { Context } from "#core/context.ts";
import { dayWithYear } from "#core/date.ts";
import { blank, type Filled } from "#core/input.ts";
import { renderMarkdown } from "#core/markdown.ts";
import { guidePrefix, paths } from "#modules/content/paths.ts";
import { may } from "#modules/content/policy.ts";
import { editorWords, writtenLanguageName } from "#modules/content/vocabulary.ts";
import { ButtonLink } from "#ui/button.tsx";
import { State } from "#ui/facts.tsx";
import { TextField } from "#ui/fields.tsx";
import { Form } from "#ui/form.tsx";
import { Actions, Empty, Prose, Section, Stack, Title } from "#ui/page.tsx";
import { ItemList } from "#ui/task.tsx";
import { say } from "./messages.ts";
import type { GuideCard, WrittenPage } from "./queries.ts";

// Easy German is German to a browser and a screen reader.
const htmlLanguage = (language: string): string => (language === "de-x-easy" ? "de" : language);

type PageProps = { readonly ctx: Context; readonly page: WrittenPage; readonly languages: readonly string[] };

const OtherLanguages = ({ ctx, page, languages }: PageProps) => {
  const others = languages.filter((language) => language !== page.language && language !== ctx.language);
  if (others.length === 0) return null;
  return (
    <p class="al-small">
      {say(ctx)("alsoIn")}:{" "}
      {others.map((language, index) => (
        <>
          {index > 0 && " · "}
          <a
            href={`${paths.page(page.slug)}?sprache=${language}`}
            hreflang={htmlLanguage(language)}
            rel="nofollow"
          >
            {writtenLanguageName(ctx, language)}
          </a>
        </>
      ))}
    </p>
  );
};

/** A page that the town wrote. */
export const PageView = (props: PageProps) => {
  const { ctx, page } = props;
  const isGuide = page.slug.startsWith(guidePrefix);
  const lang = htmlLanguage(page.language);
  return (
    <article class="al-stack">
      <Title
        heading={<span lang={lang}>{page.title}</span>}
        kind={isGuide ? say(ctx)("kindGuide") : undefined}
      >
        {may.write(ctx) && (
          <Actions>
            {!page.publishedAt && <State kind="wait">{editorWords(ctx)("stateDraft")}</State>}
            <a href={paths.deskPage(page.id)}>{editorWords(ctx)("edit")}</a>
          </Actions>
        )}
      </Title>
      {page.language !== ctx.language && (
        <p class="al-soft">
          {say(ctx)("otherLanguage", { language: writtenLanguageName(ctx, page.language) })}
        </p>
      )}
      <Prose html={renderMarkdown(page.body)} lang={lang} />
      {isGuide && <p class="al-soft">{say(ctx)("guideNote")}</p>}
      <OtherLanguages {...props} />
      <p class="al-soft al-small">{say(ctx)("changed", { date: dayWithYear(ctx, page.changedAt) })}</p>
    </article>
  );
};

type GuidesProps = { readonly ctx: Context; readonly guides: readonly GuideCard[]; readonly words: string };

/** The list of guides, with a search of its own. */
export const GuideList = ({ ctx, guides, words }: GuidesProps) => (
  <>
    <Title heading={say(ctx)("guides")} lead={say(ctx)("guidesLead")} />
    <Form
      ctx={ctx}
      action={paths.guides}
      method="get"
      submit={say(ctx)("guidesFind")}
      form={filled(words)}
      narrow
    >
      <TextField
        name="q"
        type="search"
        label={say(ctx)("guidesSearch")}
        hint={say(ctx)("guidesSearchHint")}
        maximum={100}
        optional
      />
    </Form>
    {guides.length === 0 ? (
      <Empty heading={say(ctx)("guidesNone")}>
        <p>{say(ctx)("guidesNoneText")}</p>
        <Actions>
          <ButtonLink href={paths.ask}>{say(ctx)("guidesAsk")}</ButtonLink>
          {words !== "" && <a href={paths.guides}>{say(ctx)("guidesAll")}</a>}
        </Actions>
      </Empty>
    ) : (
      <Section
        id="leitfaeden"
        heading={words === "" ? say(ctx)("guides") : say(ctx)("guidesFound", { n: guides.length, words })}
        link={words === "" ? undefined : { href: paths.guides, label: say(ctx)("guidesAll") }}
      >
        <Stack>
          <ItemList
            items={guides.map(({ slug, title, text }) => ({ title, href: paths.page(slug), text }))}
          />
        </Stack>
      </Section>
    )}
  </>
);

const filled = (words: string): Filled => (words === "" ? blank : { values: { q: words }, errors: {} });
