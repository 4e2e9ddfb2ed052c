import { system } from "#core/actor.ts";
import type { Story } from "#core/module.ts";
import { writeNews } from "./commands.ts";
import told from "./seed.json" with { type: "json" };

const dayLength = 86_400_000;

/** A year of news, each on its own day; the second town has a few of them. */
export const seed = async (story: Story): Promise<void> => {
  const items = [...told].sort((a, b) => b.daysAgo - a.daysAgo);
  for (const { daysAgo, title, lead, body, both } of items) {
    const at = new Date(+story.today - daysAgo * dayLength);
    const news = { title, lead, body, dropPicture: false };
    await story.tell(story.places.first, at, system, (ctx) => writeNews(ctx, news, true));
    if (both) await story.tell(story.places.second, at, system, (ctx) => writeNews(ctx, news, true));
  }
  story.report(`${told.length} news items`);
};
