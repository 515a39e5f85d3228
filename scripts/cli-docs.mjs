// Writes docs/cli.md from the commands' own --help, so that the page never says other than the program. A test compares.
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url)).replace(/[\\/]$/, "");

/** The whole page: the program's help, then each command's and subcommand's. */
export function cliPage() {
  const sections = [];
  const visit = (words) => {
    const help = helpOf(words);
    sections.push(
      `${"#".repeat(Math.min(words.length + 1, 4))} insider ${words.join(" ")}`.trimEnd(),
      "",
      "```",
      help.trimEnd(),
      "```",
      "",
    );
    for (const command of commandsIn(help)) visit([...words, command]);
  };
  visit([]);
  const intro =
    "Generated from the program's own help by `node scripts/cli-docs.mjs`. In a clone, `insider …` is `npm run -s insider -- …`.";
  return `# The command line\n\n${intro}\n\n${sections.slice(1).join("\n")}`;
}

function helpOf(words) {
  const env = { ...process.env, INSIDER_HOME: root, COLUMNS: "100", NO_COLOR: "1" };
  const run = spawnSync(process.execPath, [join(root, "bin", "insider.mjs"), ...words, "--help"], {
    encoding: "utf8",
    env,
  });
  if (run.status !== 0) throw new Error(`insider ${words.join(" ")} --help failed:\n${run.stderr}`);
  return run.stdout;
}

function commandsIn(help) {
  const list = help.split(/^Commands:$/m)[1] ?? "";
  return [...list.matchAll(/^ {2}([a-z][a-z-]*)(?=[ \n])/gm)]
    .map((match) => match[1])
    .filter((name) => name !== "help");
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(join(root, "docs", "cli.md"), cliPage());
