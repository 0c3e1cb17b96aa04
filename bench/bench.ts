import { Command, InvalidArgumentError } from "commander";
import { benchArchive } from "./archive/bench-archive.ts";
import { benchEmbeds } from "./embeds/bench-embeds.ts";
import { benchHostile } from "./hostile/bench-hostile.ts";
import { benchImport } from "./import/bench-import.ts";
import { benchKill } from "./kill/bench-kill.ts";
import { benchMany } from "./many/bench-many.ts";
import { benchMemory } from "./memory/bench-memory.ts";
import { benchQuestions } from "./questions/bench-questions.ts";
import { benchScale } from "./scale/bench-scale.ts";
import { benchSearch } from "./search/bench-search.ts";

function atLeastOne(text: string): number {
  if (/^\d+$/.test(text) && Number(text) >= 1) return Number(text);
  throw new InvalidArgumentError("Write a whole number from 1.");
}

await new Command("npm run bench --")
  .description("The hub beside its peers, in alternated rounds of one run. What counts are ratios.")
  .addCommand(
    new Command("import")
      .description("Purchases from CSV into the hub, beside psql's \\copy into a bare table.")
      .option("--lines <number>", "lines of the file", atLeastOne, 1_000_000)
      .option("--rounds <number>", "rounds", atLeastOne, 3)
      .action(benchImport),
  )
  .addCommand(
    new Command("archive")
      .description("hub archive and hub restore of purchases, beside their import and pg_dump.")
      .option("--lines <number>", "purchases", atLeastOne, 1_000_000)
      .option("--rounds <number>", "rounds", atLeastOne, 3)
      .action(benchArchive),
  )
  .addCommand(
    new Command("kill")
      .description("Imports, corrections and retractions that are killed at random moments: all or nothing.")
      .option("--times <number>", "kills", atLeastOne, 200)
      .option("--seed <number>", "decides the moments", atLeastOne, 1)
      .action(benchKill),
  )
  .addCommand(
    new Command("questions")
      .description("Questions over HTTP, beside a hand-written floor and PostGraphile.")
      .option("--rounds <number>", "rounds", atLeastOne, 5)
      .option("--seconds <number>", "seconds a question, server and round", atLeastOne, 1)
      .option("--connections <number>", "requests at a time", atLeastOne, 8)
      .action(benchQuestions),
  )
  .addCommand(
    new Command("hostile")
      .description("A kept board and a cheap question, without and beside many expensive questions.")
      .option("--seconds <number>", "seconds with and without", atLeastOne, 20)
      .option("--questions <number>", "hostile questions in that time", atLeastOne, 1_000)
      .action(benchHostile),
  )
  .addCommand(
    new Command("many")
      .description(
        "Kept responses of every kind beside an empty route of the same server, and many viewers at once.",
      )
      .option("--rounds <number>", "rounds", atLeastOne, 5)
      .option("--seconds <number>", "seconds a route and round", atLeastOne, 1)
      .option("--connections <number>", "requests at a time", atLeastOne, 8)
      .option("--viewers <number>", "viewers of an embed at the same time", atLeastOne, 1_000)
      .action(benchMany),
  )
  .addCommand(
    new Command("scale")
      .description("Every board, nothing kept, over 10^4 to 10^6 purchases and 50 to 5,000 pledges.")
      .option("--rounds <number>", "rounds", atLeastOne, 5)
      .action(benchScale),
  )
  .addCommand(
    new Command("memory")
      .description("What PostgreSQL's backends grow by when many distinct questions are asked.")
      .option("--questions <number>", "distinct questions", atLeastOne, 2_000)
      .action(benchMemory),
  )
  .addCommand(
    new Command("embeds")
      .description(
        "One embedded panel in a real browser: weight, requests, time to drawn, with a script and without.",
      )
      .option("--rounds <number>", "rounds", atLeastOne, 5)
      .action(benchEmbeds),
  )
  .addCommand(
    new Command("search")
      .description("Searching the text of many statements, nothing kept.")
      .option("--statements <number>", "statements", atLeastOne, 100_000)
      .option("--rounds <number>", "times that each is searched", atLeastOne, 20)
      .action(benchSearch),
  )
  .parseAsync();
