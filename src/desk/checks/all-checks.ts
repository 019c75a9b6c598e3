// Every check, one line each, in the order of the catalogue.

import { allianceNaming } from './alliance-naming.ts'
import { articleDuplicated } from './article-duplicated.ts'
import { attributionContradiction } from './attribution-contradiction.ts'
import { authorFullStop } from './author-full-stop.ts'
import { authorInverted } from './author-inverted.ts'
import { authorIsQuotedOfficial } from './author-is-quoted-official.ts'
import { authorKnownButMissing } from './author-known-but-missing.ts'
import { boilerplate } from './boilerplate.ts'
import { bracketUnbalanced } from './bracket-unbalanced.ts'
import { captionDuplicated } from './caption-duplicated.ts'
import { captionIsFilename } from './caption-is-filename.ts'
import { captionMismatch } from './caption-mismatch.ts'
import { captionMissing } from './caption-missing.ts'
import { captionPositional } from './caption-positional.ts'
import { citationSplit } from './citation-split.ts'
import { commaBeforeUrl } from './comma-before-url.ts'
import { commaMissingInCitation } from './comma-missing-in-citation.ts'
import { commaRunIn } from './comma-run-in.ts'
import { creatorMissing } from './creator-missing.ts'
import { crossrefAuthorMissing } from './crossref-author-missing.ts'
import { crossrefIssueFormat } from './crossref-issue-format.ts'
import { crossrefRepeated } from './crossref-repeated.ts'
import { crossrefSeeSemicolon } from './crossref-see-semicolon.ts'
import { crossrefTitleVariant } from './crossref-title-variant.ts'
import { dateImpreciseOrAbsent } from './date-imprecise-or-absent.ts'
import { dateStyleMixed } from './date-style-mixed.ts'
import { dateVsProse } from './date-vs-prose.ts'
import { dateVsUrl } from './date-vs-url.ts'
import { dateYearMissing } from './date-year-missing.ts'
import { descriptorContestable } from './descriptor-contestable.ts'
import { descriptorDrift } from './descriptor-drift.ts'
import { descriptorError } from './descriptor-error.ts'
import { descriptorMissing } from './descriptor-missing.ts'
import { editorMark } from './editor-mark.ts'
import { ellipsisMixed } from './ellipsis-mixed.ts'
import { excerptEndsOpen } from './excerpt-ends-open.ts'
import { excerptInCitation } from './excerpt-in-citation.ts'
import { excerptStartsMidSentence } from './excerpt-starts-mid-sentence.ts'
import { figureContradiction } from './figure-contradiction.ts'
import { headingCase } from './heading-case.ts'
import { imageAttributionMissing } from './image-attribution-missing.ts'
import { imageBlockMissing } from './image-block-missing.ts'
import { imageNotOfEvent } from './image-not-of-event.ts'
import { imageRehost } from './image-rehost.ts'
import { imageReused } from './image-reused.ts'
import { imageSourceMissing } from './image-source-missing.ts'
import { indexAuthorDefect } from './index-author-defect.ts'
import { indexDuplicateRow } from './index-duplicate-row.ts'
import { indexGap } from './index-gap.ts'
import { indexGroupBoundary } from './index-group-boundary.ts'
import { indexSameTitle } from './index-same-title.ts'
import { indexTitleTypo } from './index-title-typo.ts'
import { insertionInParentheses } from './insertion-in-parentheses.ts'
import { issueVsIndex } from './issue-vs-index.ts'
import { labelRunIn } from './label-run-in.ts'
import { licenceAbsentAgency } from './licence-absent-agency.ts'
import { licenceConflict } from './licence-conflict.ts'
import { licenceImplausible } from './licence-implausible.ts'
import { licenceNonstandard } from './licence-nonstandard.ts'
import { licenceUnidentifiable } from './licence-unidentifiable.ts'
import { lineBreakInCaption } from './line-break-in-caption.ts'
import { markerSpacing } from './marker-spacing.ts'
import { markerWithoutNote } from './marker-without-note.ts'
import { nameVariant } from './name-variant.ts'
import { noteSplit } from './note-split.ts'
import { noteUrlMissing } from './note-url-missing.ts'
import { noteWithoutMarker } from './note-without-marker.ts'
import { notesHeadingMissing } from './notes-heading-missing.ts'
import { notesOutOfOrder } from './notes-out-of-order.ts'
import { ordinalMismatch } from './ordinal-mismatch.ts'
import { outletMissing } from './outlet-missing.ts'
import { outletNameVariant } from './outlet-name-variant.ts'
import { outletNamedByDomain } from './outlet-named-by-domain.ts'
import { paragraphLeadSpace } from './paragraph-lead-space.ts'
import { placeholder } from './placeholder.ts'
import { possiblyMachineTranslated } from './possibly-machine-translated.ts'
import { pullquoteAltered } from './pullquote-altered.ts'
import { pullquoteNotInExcerpt } from './pullquote-not-in-excerpt.ts'
import { pullquotePunctuation } from './pullquote-punctuation.ts'
import { pullquoteUnmarked } from './pullquote-unmarked.ts'
import { punctuationDoubled } from './punctuation-doubled.ts'
import { quoteAlteredInAnalysis } from './quote-altered-in-analysis.ts'
import { quoteNestedSame } from './quote-nested-same.ts'
import { quoteNotInExcerpt } from './quote-not-in-excerpt.ts'
import { quoteUnbalancedExcerpt } from './quote-unbalanced-excerpt.ts'
import { quoteUnbalancedNote } from './quote-unbalanced-note.ts'
import { quoteUnbalancedPullquote } from './quote-unbalanced-pullquote.ts'
import { quoteUnbalancedTitle } from './quote-unbalanced-title.ts'
import { referenceEmpty } from './reference-empty.ts'
import { relatedListQuoteOpen } from './related-list-quote-open.ts'
import { relatedListUrlMissing } from './related-list-url-missing.ts'
import { relativeDate } from './relative-date.ts'
import { repostAuthorMissing } from './repost-author-missing.ts'
import { republisherCited } from './republisher-cited.ts'
import { sameWorkTwoUrls } from './same-work-two-urls.ts'
import { sentenceRunIn } from './sentence-run-in.ts'
import { sourceLabelRepeated } from './source-label-repeated.ts'
import { sourceUrlMissing } from './source-url-missing.ts'
import { sourcesHeadingMissing } from './sources-heading-missing.ts'
import { summaryPresent } from './summary-present.ts'
import { titleMissing } from './title-missing.ts'
import { titleOrderReversed } from './title-order-reversed.ts'
import { titleOriginalOutsideCitation } from './title-original-outside-citation.ts'
import { titleTransliterated } from './title-transliterated.ts'
import { typo } from './typo.ts'
import { unattributedInference } from './unattributed-inference.ts'
import { urlGluedText } from './url-glued-text.ts'
import { urlIsMediaFile } from './url-is-media-file.ts'
import { urlLanguageMismatch } from './url-language-mismatch.ts'
import { urlLostHyphen } from './url-lost-hyphen.ts'
import { urlNoScheme } from './url-no-scheme.ts'
import { urlRawIri } from './url-raw-iri.ts'
import { urlResidue } from './url-residue.ts'
import { urlShortened } from './url-shortened.ts'
import { urlSlugOrphan } from './url-slug-orphan.ts'
import { urlSocialPost } from './url-social-post.ts'
import { urlSpace } from './url-space.ts'
import { urlTrailingPunctuation } from './url-trailing-punctuation.ts'
import { wordRunIn } from './word-run-in.ts'
import type { Check } from './check.ts'

/** The table of checks. */
export const allChecks: readonly Check[] = [
  sourceUrlMissing,
  noteUrlMissing,
  referenceEmpty,
  outletMissing,
  urlSlugOrphan,
  dateYearMissing,
  dateImpreciseOrAbsent,
  descriptorMissing,
  titleMissing,
  authorKnownButMissing,
  authorIsQuotedOfficial,
  authorInverted,
  authorFullStop,
  commaMissingInCitation,
  commaBeforeUrl,
  dateStyleMixed,
  titleOrderReversed,
  titleOriginalOutsideCitation,
  titleTransliterated,
  outletNamedByDomain,
  outletNameVariant,
  republisherCited,
  descriptorDrift,
  descriptorError,
  descriptorContestable,
  sourcesHeadingMissing,
  notesHeadingMissing,
  imageBlockMissing,
  captionMissing,
  captionDuplicated,
  captionIsFilename,
  captionPositional,
  captionMismatch,
  lineBreakInCaption,
  pullquoteUnmarked,
  citationSplit,
  noteSplit,
  sourceLabelRepeated,
  labelRunIn,
  headingCase,
  summaryPresent,
  paragraphLeadSpace,
  editorMark,
  placeholder,
  boilerplate,
  excerptInCitation,
  sentenceRunIn,
  commaRunIn,
  wordRunIn,
  punctuationDoubled,
  markerSpacing,
  ellipsisMixed,
  quoteUnbalancedPullquote,
  quoteUnbalancedTitle,
  quoteUnbalancedExcerpt,
  quoteUnbalancedNote,
  bracketUnbalanced,
  quoteNestedSame,
  pullquoteNotInExcerpt,
  pullquoteAltered,
  pullquotePunctuation,
  quoteAlteredInAnalysis,
  quoteNotInExcerpt,
  ordinalMismatch,
  dateVsUrl,
  dateVsProse,
  issueVsIndex,
  figureContradiction,
  attributionContradiction,
  allianceNaming,
  indexAuthorDefect,
  indexDuplicateRow,
  indexSameTitle,
  indexTitleTypo,
  indexGap,
  indexGroupBoundary,
  nameVariant,
  typo,
  urlSpace,
  urlGluedText,
  urlTrailingPunctuation,
  urlShortened,
  urlNoScheme,
  urlResidue,
  urlLostHyphen,
  urlRawIri,
  urlIsMediaFile,
  urlSocialPost,
  urlLanguageMismatch,
  sameWorkTwoUrls,
  crossrefIssueFormat,
  crossrefTitleVariant,
  crossrefRepeated,
  crossrefSeeSemicolon,
  crossrefAuthorMissing,
  imageSourceMissing,
  imageAttributionMissing,
  licenceUnidentifiable,
  licenceNonstandard,
  licenceConflict,
  licenceAbsentAgency,
  creatorMissing,
  imageRehost,
  imageReused,
  licenceImplausible,
  imageNotOfEvent,
  repostAuthorMissing,
  relatedListQuoteOpen,
  relatedListUrlMissing,
  relativeDate,
  unattributedInference,
  insertionInParentheses,
  excerptStartsMidSentence,
  excerptEndsOpen,
  possiblyMachineTranslated,
  markerWithoutNote,
  noteWithoutMarker,
  notesOutOfOrder,
  articleDuplicated,
]

/** A check by its id. */
export const findCheck = (id: string): Check | undefined => allChecks.find((check) => check.id === id)
