import { bilingual } from './language';

/** What `--help` prints: Chinese unless the system (`LANG`) or `--locale` says English. */

export const mainHelp = bilingual(
  `gongkai：检查政府信息公开工作年度报告

用法：
  gongkai check   [选项] 文件|文件夹|通配符…   检查文稿，列出问题
  gongkai extract [选项] 文件…                 取出表格中的数据
  gongkai explain [规则…]                      规则查什么、为什么、怎样忽略；不写规则则列出全部
  gongkai lsp --stdio                          启动语言服务器，供编辑器使用

  gongkai <命令> --help                        命令的选项
  gongkai --version                            版本

English: gongkai --help --locale en
`,
  `gongkai: checks Chinese government annual reports on information disclosure

Usage:
  gongkai check   [options] FILE|FOLDER|GLOB...   check drafts and list the problems
  gongkai extract [options] FILE...               print the figures of the tables
  gongkai explain [RULE...]                       what rules look for and why; without a rule, all of them
  gongkai lsp --stdio                             run the language server, for editors

  gongkai <command> --help                        options of a command
  gongkai --version                               version
`,
);

export const checkHelp = bilingual(
  `用法：gongkai check [选项] 文件|文件夹|通配符…

检查文稿。文件夹会连同子文件夹检查其中的 .md、.txt、.html、.htm、.gkbg 文件
（跳过 node_modules 和以点开头的文件夹）。文件编码可为 UTF-8、UTF-16、GB18030（GBK）。

选项：
  --format stylish|json     输出格式，默认 stylish
  --edition auto|2019|2021  按哪一版格式检查，默认 auto：由报告年度决定
  --report-unused           也列出不起作用的忽略注释
  --locale zh|en            说明文字的语言，默认随系统（LANG），多为 zh
  -h, --help                显示本说明

各文件所在文件夹或上级文件夹中最近的 .gongkairc.json（或 .jsonc、.yaml）是它的配置，
写法见 docs/configuration.md。配置排除的文件，在命令中直接写出文件名时照样检查。

每个问题末尾是规则名：gongkai explain 规则名，看说明和忽略的写法。

退出状态：0 没有错误；1 有错误；2 用法不对，有文件未能读取，或配置有误
`,
  `Usage: gongkai check [options] FILE|FOLDER|GLOB...

Checks drafts. Of a folder all .md, .txt, .html, .htm and .gkbg files are checked, subfolders
included (but for node_modules and folders that begin with a dot). Files may be encoded in
UTF-8, UTF-16 or GB18030 (GBK).

Options:
  --format stylish|json     output format; default: stylish
  --edition auto|2019|2021  the official format to check against; default: auto, by the report's year
  --report-unused           also list comments that silence nothing
  --locale zh|en            language of the messages; default: that of the system (LANG)
  -h, --help                show this help

The nearest .gongkairc.json (or .jsonc, .yaml) in the folder of a draft or above it is its config:
see docs/configuration.md. A file that is named on the command line is checked even if excluded.

Every problem ends with the name of its rule: gongkai explain RULE says more, and how to silence it.

Exit status: 0 no errors, 1 errors found, 2 wrong usage, a file that could not be read or a faulty config
`,
);

export const explainHelp = bilingual(
  `用法：gongkai explain [规则…]

说明规则查什么、为什么、依据哪一条，有哪些选项，怎样忽略；不写规则则列出全部规则。

选项：
  --locale zh|en            说明文字的语言，默认随系统（LANG），多为 zh
  -h, --help                显示本说明
`,
  `Usage: gongkai explain [RULE...]

Says what rules look for and why, their basis and options, and how to silence them; without a rule, all are listed.

Options:
  --locale zh|en            language of the messages; default: that of the system (LANG)
  -h, --help                show this help
`,
);

export const lspHelp = bilingual(
  `用法：gongkai lsp [选项]

启动语言服务器，供编辑器使用。

选项：
  --stdio                   由标准输入输出通信，默认
  --node-ipc                由 Node 的父子进程通道通信
  -h, --help                显示本说明
`,
  `Usage: gongkai lsp [options]

Runs the language server, for editors.

Options:
  --stdio                   talks over standard input and output; the default
  --node-ipc                talks over the channel of a parent Node process
  -h, --help                show this help
`,
);

export const extractHelp = bilingual(
  `用法：gongkai extract [选项] 文件…

取出三张表格中的数据；空白或无法识别的单元格为 null（CSV 中为空）。

选项：
  --format json|csv         输出格式，默认 json；csv 可直接用 Excel 打开
  --edition auto|2019|2021  表格无从判断版本时用哪一版，默认 auto：由报告年度决定
  --locale zh|en            说明文字的语言，默认随系统（LANG），多为 zh
  -h, --help                显示本说明

退出状态：0 正常；2 用法不对，有文件未能读取，或配置有误
`,
  `Usage: gongkai extract [options] FILE...

Prints the figures of the three tables; null (in CSV: empty) for a cell that is blank or cannot be read.

Options:
  --format json|csv         output format; default: json; csv opens in Excel as it is
  --edition auto|2019|2021  the official format where a table does not show its own; default: auto, by the report's year
  --locale zh|en            language of the messages; default: that of the system (LANG)
  -h, --help                show this help

Exit status: 0 done, 2 wrong usage, a file that could not be read or a faulty config
`,
);
