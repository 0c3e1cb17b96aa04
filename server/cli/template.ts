import { Command } from "commander";
import { csvTemplate, xlsxTemplate } from "../../ingest/forms/blank-form.ts";
import { feedNamed, feeds } from "../../schema/feeds.ts";

/** `hub template`: prints a blank form of a feed. */
export function templateCommand(): Command {
  const names = feeds.map(({ name, title }) => `${name} ${title.ko}`).join(", ");
  return new Command("template")
    .description(
      "자료를 쓸 빈 서식을 머리글 설명과 함께 출력합니다.\nPrint a blank form of a feed, its headings explained.",
    )
    .argument("<feed>", `자료의 이름 / name of the feed: ${names}`)
    .option("--xlsx", "CSV 대신 엑셀 통합 문서로 / as a workbook, not CSV")
    .addHelpText(
      "after",
      "\n예 / Example: hub template purchase --xlsx > 구매.xlsx\n채워서 hub import로 가져옵니다. / Fill it in and hub import it.",
    )
    .action(async (name: string, options: { xlsx?: boolean }) => {
      const feed = feedNamed(name);
      process.stdout.write(options.xlsx ? await xlsxTemplate(feed) : csvTemplate(feed));
    });
}
