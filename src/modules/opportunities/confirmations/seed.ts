import { system } from "#core/actor.ts";
import type { Story } from "#core/module.ts";
import { askWhetherItHolds } from "./commands.ts";

/** Yesterday's question to those whose offers nobody confirmed for 90 days. */
export const seed = async (story: Story): Promise<void> => {
  const yesterday = new Date(+story.today - 86_400_000);
  for (const place of Object.values(story.places))
    await story.tell(place, yesterday, system, askWhetherItHolds);
};
