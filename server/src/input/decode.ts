import type { Bilingual } from '../editions';

/** A file that cannot be read as text: what it is, and what to do. */
export class Unreadable extends Error {
  constructor(readonly text: Bilingual) {
    super(text.en);
  }
}

const bilingual = (zh: string, en: string): Bilingual => ({ zh, en });
const unmarked = (text: string): string => (text.charCodeAt(0) === 0xfeff ? text.slice(1) : text);

/** How many bytes of a text that was meant as UTF-8 may be broken before it is taken for another encoding: one in 50. */
const brokenShare = 0.02;

/**
 * Text of a file: UTF-8, UTF-16 with a byte order mark, or else GB18030 (and with it GBK and GB2312). A mark at the
 * beginning is not part of the text. Throws `Unreadable` where it is none of these; a text is never guessed into being.
 */
export function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return unmarked(new TextDecoder('utf-16le').decode(bytes));
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return unmarked(new TextDecoder('utf-16be').decode(bytes));
  if (bytes.includes(0)) {
    throw new Unreadable(
      bilingual(
        '是二进制文件，不是文本；Word、PDF 等文档请先另存为文本或网页（.txt、.html）',
        'a binary file, no text; save documents of Word, PDF and the like as text or as a web page (.txt, .html) first',
      ),
    );
  }
  const text = strictly('utf-8', bytes);
  if (text !== undefined) return text;
  const line = brokenUtf8(bytes);
  if (line !== undefined) {
    throw new Unreadable(
      bilingual(
        `第 ${line} 行有损坏的字符（不是有效的 UTF-8）；请用编辑器打开，改正后重新保存`,
        `a broken character in line ${line} (no valid UTF-8); open the file in an editor, correct it and save it again`,
      ),
    );
  }
  const chinese = strictly('gb18030', bytes);
  if (chinese !== undefined) return chinese;
  throw new Unreadable(
    bilingual('文字编码无法识别；请另存为 UTF-8 编码', 'the encoding is neither UTF-8 nor GB18030; save the file as UTF-8'),
  );
}

/** The text in an encoding, without a byte order mark; nothing where a byte does not fit it. */
function strictly(encoding: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/**
 * The line (from 1) of the first broken character of a text that is UTF-8 but for a few bytes; undefined for one in
 * another encoding. Read as GB18030 such a text would be gibberish, which is no report, and would pass in silence.
 */
function brokenUtf8(bytes: Uint8Array): number | undefined {
  const text = new TextDecoder('utf-8').decode(bytes);
  let broken = 0;
  let foreign = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 0xfffd) broken++;
    else if (code > 0x7f) foreign++;
  }
  if (broken > Math.max(1, foreign * brokenShare) || foreign === 0) return undefined;
  return text.slice(0, text.indexOf('\ufffd')).split('\n').length;
}
