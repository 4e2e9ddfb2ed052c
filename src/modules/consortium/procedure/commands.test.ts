import { expect, test } from "vitest";
import { defaultRules } from "#methods/resolution-rules.ts";
import { made } from "#test/made.ts";
import { town } from "#test/world.ts";
import { adoptRules, changeRules, draftRules, dropRules } from "./commands.ts";
import { listRules, rulesInForce } from "./queries.ts";

const founding = { validFrom: "2020-01-01", words: "Gründungssitzung" };

test("a version holds from its day on, the one before until then, and neither changes any more", () =>
  town(async (world) => {
    const chair = world.as("chair");
    expect(await rulesInForce(chair)).toMatchObject({ id: null, rules: defaultRules });
    const first = made(await draftRules(chair));
    made(await adoptRules(chair, first, founding));
    const second = made(await draftRules(chair));
    made(await changeRules(chair, second, { ...defaultRules, tie: "castingVote" }));
    made(await adoptRules(chair, second, { validFrom: "2026-12-01", words: "Beschluss 2026-04" }));
    const visitor = world.as("visitor");
    expect(await rulesInForce(visitor)).toMatchObject({ number: 1, rules: { tie: "rejected" } });
    expect(await rulesInForce(visitor, "2026-12-01")).toMatchObject({
      number: 2,
      rules: { tie: "castingVote" },
    });
    expect(await changeRules(chair, second, defaultRules)).toMatchObject({ because: "adopted" });
    expect(await dropRules(chair, first)).toMatchObject({ because: "adopted" });
    expect(await adoptRules(chair, first, founding)).toMatchObject({ because: "adopted" });
    await expect(
      world.sql("update procedure_rules set words = 'anders' where id = $1", [first]),
    ).rejects.toThrow(/never change/u);
  }));

test("there is one draft at a time; rules by which nothing can be decided, and rules for yesterday, are refused", () =>
  town(async (world) => {
    const office = world.as("coordinator");
    const first = made(await draftRules(office));
    expect(await draftRules(office)).toMatchObject({ because: "draft" });
    const never = { ...defaultRules.quorum, fraction: "1/1", comparison: "moreThan" } as const;
    expect(await changeRules(office, first, { ...defaultRules, quorum: never })).toMatchObject({
      because: "unusable",
    });
    made(await adoptRules(office, first, founding));
    const second = made(await draftRules(office));
    expect(await adoptRules(office, second, { ...founding, validFrom: "2026-11-23" })).toMatchObject({
      because: "past",
    });
    made(await dropRules(office, second));
    expect(await listRules(office)).toHaveLength(1);
  }));

test("a draft is for those at the table, and writing it for office and chair; another town has its own rules", () =>
  town(async (world) => {
    const office = world.as("coordinator");
    const id = made(await draftRules(office));
    expect(await listRules(world.as("visitor"))).toEqual([]);
    expect(await listRules(world.as("consortium"))).toHaveLength(1);
    for (const who of ["visitor", "volunteer", "consortium", "editor"] as const)
      await expect(adoptRules(world.as(who), id, founding)).rejects.toMatchObject({ name: "Forbidden" });
    await expect(changeRules(world.as("foreignCoordinator"), id, defaultRules)).rejects.toMatchObject({
      name: "NotFound",
    });
  }));
