import { l10n, Uri, type Webview } from 'vscode';

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** Of the words around the page. */
const lang = (): string => (/\p{Script=Han}/u.test(l10n.t('Preview')) ? 'zh-CN' : 'en');

/** What stands in the panel before the server's answer: nothing is loaded but the extension's own style and script. */
export function panelPage(webview: Webview, media: Uri): string {
  const source = (name: string): string => escaped(webview.asWebviewUri(Uri.joinPath(media, name)).toString());
  const policy = `default-src 'none'; style-src ${webview.cspSource}; script-src ${webview.cspSource}`;
  const tab = (id: string, name: string): string =>
    `<button type="button" role="tab" id="tab-${id}" aria-controls="${id}">${name}</button>`;
  const panel = (id: string): string => `<main role="tabpanel" id="${id}" aria-labelledby="tab-${id}" tabindex="-1"></main>`;
  return `<!doctype html>
<html lang="${lang()}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escaped(policy)}">
<meta name="viewport" content="width=device-width">
<link rel="stylesheet" href="${source('preview.css')}">
<title>${l10n.t('Preview')}</title>
</head>
<body>
<nav class="bar">
<div role="tablist">${tab('preview', l10n.t('Preview'))}${tab('checklist', l10n.t('Checklist'))}</div>
<label id="filter" hidden><input type="checkbox" id="only-open"> ${l10n.t('Only what does not pass')}</label>
<button type="button" id="print">${l10n.t('Print')}</button>
</nav>
${panel('preview')}
${panel('checklist')}
<script src="${source('preview.js')}"></script>
</body>
</html>`;
}

/** A document of its own: its style inside, no script, nothing to be fetched. */
export function exportedPage(title: string, style: string, content: string): string {
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width">
<title>${escaped(title)}</title>
<style>
${style}</style>
</head>
<body>
${content}
</body>
</html>
`;
}
