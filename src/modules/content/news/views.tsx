import type { Context } from "#core/context.ts";
import { dayWithYear, isoDay } from "#core/date.ts";
import { picturePath } from "#core/files.ts";
import { renderMarkdown } from "#core/markdown.ts";
import { paths } from "#modules/content/paths.ts";
import { may } from "#modules/content/policy.ts";
import { editorWords } from "#modules/content/vocabulary.ts";
import { ButtonLink } from "#ui/button.tsx";
import { State } from "#ui/facts.tsx";
import { Actions, Empty, Prose, Section, Title } from "#ui/page.tsx";
import { Pager } from "#ui/pager.tsx";
import { ItemList } from "#ui/task.tsx";
import { say } from "./messages.ts";
import type { NewsCard, NewsItem } from "./queries.ts";

const items = (ctx: Context, news: readonly NewsCard[]) => (
  <ItemList
    items={news.map(({ slug, title, lead, publishedAt }) => ({
      title,
      href: paths.newsItem(slug),
      text: lead,
      kind: publishedAt && <time dateTime={isoDay(publishedAt)}>{dayWithYear(ctx, publishedAt)}</time>,
    }))}
  />
);

type ListProps = {
  readonly ctx: Context;
  readonly news: readonly NewsCard[];
  readonly page: number;
  readonly size: number;
  readonly total: number;
};

/** All news, newest first. */
export const NewsList = ({ ctx, news, page, size, total }: ListProps) => (
  <>
    <Title heading={say(ctx)("news")} lead={say(ctx)("newsLead")} />
    {news.length === 0 ? (
      <Empty heading={say(ctx)("none")}>
        <p>{say(ctx)("noneText")}</p>
        <Actions>
          <ButtonLink href={paths.calendar}>{say(ctx)("toCalendar")}</ButtonLink>
        </Actions>
      </Empty>
    ) : (
      <>
        <h2 class="al-hidden">{say(ctx)("all")}</h2>
        {items(ctx, news)}
      </>
    )}
    <Pager
      ctx={ctx}
      page={page}
      size={size}
      total={total}
      href={(number) => (number === 1 ? paths.news : `${paths.news}?seite=${number}`)}
      next={say(ctx)("next", { n: Math.max(0, Math.min(size, total - page * size)) })}
    />
    <p class="al-small">
      <a href={paths.newsFeed} type="application/atom+xml">
        {say(ctx)("feed")}
      </a>
    </p>
  </>
);

/** One item. */
export const NewsPage = ({
  ctx,
  item,
  others,
}: {
  ctx: Context;
  item: NewsItem;
  others: readonly NewsCard[];
}) => (
  <>
    <article class="al-stack">
      <Title
        heading={item.title}
        lead={item.lead}
        kind={
          item.publishedAt && (
            <time dateTime={isoDay(item.publishedAt)}>{dayWithYear(ctx, item.publishedAt)}</time>
          )
        }
      >
        {may.write(ctx) && (
          <Actions>
            {!item.publishedAt && <State kind="wait">{editorWords(ctx)("stateDraft")}</State>}
            <a href={paths.deskNewsItem(item.id)}>{editorWords(ctx)("edit")}</a>
          </Actions>
        )}
      </Title>
      {item.pictureId && (
        <img
          src={picturePath(item.pictureId)}
          alt={item.pictureText ?? ""}
          width={item.pictureWidth ?? undefined}
          height={item.pictureHeight ?? undefined}
        />
      )}
      <Prose html={renderMarkdown(item.body)} lang="de" />
    </article>
    {others.length > 0 && (
      <Section id="weitere" heading={say(ctx)("others")} link={{ href: paths.news, label: say(ctx)("news") }}>
        {items(ctx, others)}
      </Section>
    )}
  </>
);
