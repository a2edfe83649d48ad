/**
 * The one look of all mails: MJML that is compiled once, around Handlebars that is filled in for each mail.
 *
 * Colours are written for light screens; the classes turn them for readers that ask for dark ones.
 */
export const MAIL_LAYOUT = `
<mjml lang="en" dir="ltr">
  <mj-head>
    <mj-title>{{subject}}</mj-title>
    <mj-preview>{{preheader}}</mj-preview>
    <mj-raw>
      <meta name="color-scheme" content="light dark">
      <meta name="supported-color-schemes" content="light dark">
    </mj-raw>
    <mj-attributes>
      <mj-all font-family="Inter, -apple-system, BlinkMacSystemFont, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif" />
      <mj-text font-size="16px" line-height="1.55" color="#29261f" padding="8px 32px" />
      <mj-section padding="0" />
      <mj-body background-color="#f4f2ee" width="600px" />
    </mj-attributes>
    <mj-style>
      :root { color-scheme: light dark; supported-color-schemes: light dark; }
      a { color: #3d4fb8; }
      .rows td { padding: 5px 0; vertical-align: top; font-size: 16px; line-height: 1.5; }
      .rows .key { color: #6d675b; width: 132px; padding-right: 16px; }
      .card-box { border-radius: 12px; overflow: hidden; }
      .action { display: inline-block; border-radius: 8px; padding: 12px 22px; margin: 4px 8px 4px 0; font-size: 16px; line-height: 1.3; font-weight: 600; text-decoration: none; }
      .action-main { background: #3d4fb8; color: #ffffff !important; border: 1px solid #3d4fb8; }
      .action-quiet { background: transparent; color: #3d4fb8 !important; border: 1px solid #c9c6dd; }
      .said { border-left: 3px solid #c9c6dd; padding: 2px 0 2px 16px; white-space: pre-line; overflow-wrap: anywhere; }
      .slot { border: 1px solid #e2ded5; border-radius: 8px; padding: 11px 16px; margin: 0 0 8px; }
      .slot a { font-weight: 600; text-decoration: none; }
      .slot .note { color: #6d675b; font-size: 14px; }
      .list { margin: 0; padding: 0 0 0 20px; }
      .list li { padding: 0 0 6px; }
      .words, .words * { overflow-wrap: anywhere; }
      @media only screen and (max-width: 480px) {
        .rows .key, .rows .value { display: block; width: auto; padding: 0; }
        .rows .key { padding-top: 8px; font-size: 14px; }
        .action { display: block !important; text-align: center; margin: 0 0 10px !important; }
        td.text, td.head, td.tight, td.brand { padding-left: 20px !important; padding-right: 20px !important; }
      }
      @media (prefers-color-scheme: dark) {
        body, body > div, .page { background-color: #171612 !important; }
        .card, .card > table, .card-box { background-color: #23211c !important; background: #23211c !important; }
        .text div, .head div, .head h1, .text td, .said { color: #ece8df !important; }
        .quiet div, .brand div, .rows .key, .slot .note { color: #a8a192 !important; }
        a, .action-quiet { color: #aab6ff !important; }
        .action-main { background: #5467dd !important; border-color: #5467dd !important; color: #ffffff !important; }
        .action-quiet { border-color: #55524a !important; }
        .slot { border-color: #45423a !important; }
        .said { border-color: #55524a !important; }
      }
    </mj-style>
  </mj-head>
  <mj-body css-class="page">
    <mj-section padding="24px 0 12px">
      <mj-column>
        <mj-text css-class="brand words" font-size="14px" font-weight="600" color="#6d675b" padding="0 32px">{{brand}}</mj-text>
      </mj-column>
    </mj-section>
    <mj-section css-class="card" background-color="#ffffff" border-radius="12px" padding="24px 0 20px">
      <mj-column>
        <mj-raw>{{#each blocks}}{{#if heading}}</mj-raw>
        <mj-text css-class="head words"><h1 style="margin:0;font-size:24px;line-height:1.3;font-weight:650;">{{heading}}</h1></mj-text>
        <mj-raw>{{/if}}{{#if paragraph}}</mj-raw>
        <mj-text css-class="text words">{{paragraph}}</mj-text>
        <mj-raw>{{/if}}{{#if small}}</mj-raw>
        <mj-text css-class="text quiet words" font-size="14px" color="#6d675b">{{small}}</mj-text>
        <mj-raw>{{/if}}{{#if quote}}</mj-raw>
        <mj-text css-class="text words"><div class="said" dir="auto">{{quote}}</div></mj-text>
        <mj-raw>{{/if}}{{#if links}}</mj-raw>
        <mj-text css-class="text" padding="14px 32px 12px">{{#each links}}<a class="action {{#if quiet}}action-quiet{{else}}action-main{{/if}}" href="{{url}}" style="{{style}}">{{label}}</a>{{/each}}</mj-text>
        <mj-raw>{{/if}}{{#if facts}}</mj-raw>
        <mj-text css-class="text words"><table class="rows" role="presentation" width="100%" cellpadding="0" cellspacing="0">{{#each facts}}<tr><td class="key">{{label}}</td><td class="value" dir="auto">{{#if url}}<a href="{{url}}">{{value}}</a>{{else}}{{value}}{{/if}}</td></tr>{{/each}}</table></mj-text>
        <mj-raw>{{/if}}{{#if bullets}}</mj-raw>
        <mj-text css-class="text words"><ul class="list">{{#each bullets}}<li>{{this}}</li>{{/each}}</ul></mj-text>
        <mj-raw>{{/if}}{{#if times}}</mj-raw>
        <mj-text css-class="text words">{{#each times}}<div class="slot">{{#if url}}<a href="{{url}}">{{label}}</a>{{else}}{{label}}{{/if}}{{#if note}}<div class="note">{{note}}</div>{{/if}}</div>{{/each}}</mj-text>
        <mj-raw>{{/if}}{{/each}}</mj-raw>
      </mj-column>
    </mj-section>
    <mj-section padding="16px 0 32px">
      <mj-column>
        <mj-text css-class="quiet tight words" font-size="13px" line-height="1.5" color="#6d675b" padding="0 32px">{{footer}}</mj-text>
      </mj-column>
    </mj-section>
  </mj-body>
</mjml>`;
