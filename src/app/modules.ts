import type { Module } from "#core/module.ts";
import { agendaItem as consortiumAgendaItem } from "#modules/consortium/agenda-item/module.ts";
import { agendaOffice as consortiumAgendaOffice } from "#modules/consortium/agenda-office/module.ts";
import { attendance as consortiumAttendance } from "#modules/consortium/attendance/module.ts";
import { calendar as consortiumCalendar } from "#modules/consortium/calendar/module.ts";
import { chairs as consortiumChairs } from "#modules/consortium/chairs/module.ts";
import { circulars as consortiumCirculars } from "#modules/consortium/circulars/module.ts";
import { councilData as consortiumCouncilData } from "#modules/consortium/council-data/module.ts";
import { dryRun as consortiumDryRun } from "#modules/consortium/dry-run/module.ts";
import { dryRunCounts as consortiumDryRunCounts } from "#modules/consortium/dry-run-counts/module.ts";
import { extracts as consortiumExtracts } from "#modules/consortium/extracts/module.ts";
import { front as consortiumFront } from "#modules/consortium/front/module.ts";
import { invitationOffice as consortiumInvitationOffice } from "#modules/consortium/invitation-office/module.ts";
import { invitations as consortiumInvitations } from "#modules/consortium/invitations/module.ts";
import { meeting as consortiumMeeting } from "#modules/consortium/meeting/module.ts";
import { meetingOffice as consortiumMeetingOffice } from "#modules/consortium/meeting-office/module.ts";
import { meetingPlanning as consortiumMeetingPlanning } from "#modules/consortium/meeting-planning/module.ts";
import { meetings as consortiumMeetings } from "#modules/consortium/meetings/module.ts";
import { mine as consortiumMine } from "#modules/consortium/mine/module.ts";
import { minutes as consortiumMinutes } from "#modules/consortium/minutes/module.ts";
import { minutesOffice as consortiumMinutesOffice } from "#modules/consortium/minutes-office/module.ts";
import { minutesOwn as consortiumMinutesOwn } from "#modules/consortium/minutes-own/module.ts";
import { motionOffice as consortiumMotionOffice } from "#modules/consortium/motion-office/module.ts";
import { offices as consortiumOffices } from "#modules/consortium/offices/module.ts";
import { papers as consortiumPapers } from "#modules/consortium/papers/module.ts";
import { presence as consortiumPresence } from "#modules/consortium/presence/module.ts";
import { procedureOffice as consortiumProcedureOffice } from "#modules/consortium/procedure-office/module.ts";
import { procedureRules as consortiumProcedureRules } from "#modules/consortium/procedure-rules/module.ts";
import { register as consortiumRegister } from "#modules/consortium/register/module.ts";
import { resolutionList as consortiumResolutionList } from "#modules/consortium/resolution-list/module.ts";
import { resolutions as consortiumResolutions } from "#modules/consortium/resolutions/module.ts";
import { running as consortiumRunning } from "#modules/consortium/running/module.ts";
import { seatOffice as consortiumSeatOffice } from "#modules/consortium/seat-office/module.ts";
import { taskList as consortiumTaskList } from "#modules/consortium/task-list/module.ts";
import { tasks as consortiumTasks } from "#modules/consortium/tasks/module.ts";
import { topic as consortiumTopic } from "#modules/consortium/topic/module.ts";
import { topicOffice as consortiumTopicOffice } from "#modules/consortium/topic-office/module.ts";
import { topics as consortiumTopics } from "#modules/consortium/topics/module.ts";
import { voting as consortiumVoting } from "#modules/consortium/voting/module.ts";
import { wall as consortiumWall } from "#modules/consortium/wall/module.ts";
import { years as consortiumYears } from "#modules/consortium/years/module.ts";
import { contentAnnouncing } from "#modules/content/announcing/module.ts";
import { contentCalendar } from "#modules/content/calendar/module.ts";
import { contentEasy } from "#modules/content/easy/module.ts";
import { contentHelp } from "#modules/content/help/module.ts";
import { contentLegal } from "#modules/content/legal/module.ts";
import { contentNews } from "#modules/content/news/module.ts";
import { contentPages } from "#modules/content/pages/module.ts";
import { contentReporting } from "#modules/content/reporting/module.ts";
import { contentSources } from "#modules/content/sources/module.ts";
import { contentWriting } from "#modules/content/writing/module.ts";
import { holders as coursesHolders } from "#modules/courses/holders/module.ts";
import { qualifications as coursesQualifications } from "#modules/courses/qualifications/module.ts";
import { appointments as deskAppointments } from "#modules/desk/appointments/module.ts";
import { inboxes as deskInbox } from "#modules/desk/inbox/module.ts";
import { inquiries as deskInquiries } from "#modules/desk/inquiries/module.ts";
import { mine as deskMine } from "#modules/desk/mine/module.ts";
import { desk } from "#modules/desk/module.ts";
import { questions as deskQuestions } from "#modules/desk/questions/module.ts";
import { substitutions as deskSubstitutions } from "#modules/desk/substitutions/module.ts";
import { deskTasks } from "#modules/desk/tasks/module.ts";
import { visits as deskVisits } from "#modules/desk/visits/module.ts";
import { cooperation as networkCooperation } from "#modules/network/cooperation/module.ts";
import { cooperations as networkCooperations } from "#modules/network/cooperations/module.ts";
import { correcting as networkCorrecting } from "#modules/network/correcting/module.ts";
import { decade as networkDecade } from "#modules/network/decade/module.ts";
import { exports as networkExports } from "#modules/network/exports/module.ts";
import { group as networkGroup } from "#modules/network/group/module.ts";
import { groupDates as networkGroupDates } from "#modules/network/group-dates/module.ts";
import { groupOffice as networkGroupOffice } from "#modules/network/group-office/module.ts";
import { groups as networkGroups } from "#modules/network/groups/module.ts";
import { growth as networkGrowth } from "#modules/network/growth/module.ts";
import { merging as networkMerging } from "#modules/network/merging/module.ts";
import { picture as networkPicture } from "#modules/network/picture/module.ts";
import { register as networkRegister } from "#modules/network/register/module.ts";
import { tie as networkTie } from "#modules/network/tie/module.ts";
import { ties as networkTies } from "#modules/network/ties/module.ts";
import { working as networkWorking } from "#modules/network/working/module.ts";
import { answers as opportunitiesAnswers } from "#modules/opportunities/answers/module.ts";
import { catalog as opportunitiesCatalog } from "#modules/opportunities/catalog/module.ts";
import { confirmations as opportunitiesConfirmations } from "#modules/opportunities/confirmations/module.ts";
import { drafts as opportunitiesDrafts } from "#modules/opportunities/drafts/module.ts";
import { imports as opportunitiesImports } from "#modules/opportunities/imports/module.ts";
import { invitations as opportunitiesInvitations } from "#modules/opportunities/invitations/module.ts";
import { listing as opportunitiesListing } from "#modules/opportunities/listing/module.ts";
import { offersMap as opportunitiesMap } from "#modules/opportunities/map/module.ts";
import { opportunities } from "#modules/opportunities/module.ts";
import { offer as opportunitiesOffer } from "#modules/opportunities/offer/module.ts";
import { overview as opportunitiesOverview } from "#modules/opportunities/overview/module.ts";
import { opportunitiesPosters } from "#modules/opportunities/posters/module.ts";
import { publications as opportunitiesPublications } from "#modules/opportunities/publications/module.ts";
import { questions as opportunitiesQuestions } from "#modules/opportunities/questions/module.ts";
import { reasons as opportunitiesReasons } from "#modules/opportunities/reasons/module.ts";
import { searches as opportunitiesSearches } from "#modules/opportunities/searches/module.ts";
import { opportunitiesSheets } from "#modules/opportunities/sheets/module.ts";
import { suggestions as opportunitiesSuggestions } from "#modules/opportunities/suggestions/module.ts";
import { weights as opportunitiesWeights } from "#modules/opportunities/weights/module.ts";
import { wishes as opportunitiesWishes } from "#modules/opportunities/wishes/module.ts";
import { organizationsClaims } from "#modules/organizations/claims/module.ts";
import { organizationsDirectory } from "#modules/organizations/directory/module.ts";
import { organizationsDoubles } from "#modules/organizations/doubles/module.ts";
import { organizationsEditing } from "#modules/organizations/editing/module.ts";
import { organizationsExports } from "#modules/organizations/exports/module.ts";
import { organizationsGaps } from "#modules/organizations/gaps/module.ts";
import { organizationsImports } from "#modules/organizations/imports/module.ts";
import { organizationsMap } from "#modules/organizations/map/module.ts";
import { organizations } from "#modules/organizations/module.ts";
import { organizationsNeeds } from "#modules/organizations/needs/module.ts";
import { organizationsOffice } from "#modules/organizations/office/module.ts";
import { organizationsParts } from "#modules/organizations/parts/module.ts";
import { organizationsProfile } from "#modules/organizations/profile/module.ts";
import { organizationsProfiles } from "#modules/organizations/profiles/module.ts";
import { organizationsRepresentatives } from "#modules/organizations/representatives/module.ts";
import { answerOffice as participationAnswerOffice } from "#modules/participation/answer-office/module.ts";
import { answering as participationAnswering } from "#modules/participation/answering/module.ts";
import { ballotCourse as participationBallotCourse } from "#modules/participation/ballot-course/module.ts";
import { ballotDrafting as participationBallotDrafting } from "#modules/participation/ballot-drafting/module.ts";
import { ballotExports as participationBallotExports } from "#modules/participation/ballot-exports/module.ts";
import { participationBallotLetters } from "#modules/participation/ballot-letters/module.ts";
import { ballotListing as participationBallotListing } from "#modules/participation/ballot-listing/module.ts";
import { ballotOffice as participationBallotOffice } from "#modules/participation/ballot-office/module.ts";
import { ballotOptions as participationBallotOptions } from "#modules/participation/ballot-options/module.ts";
import { ballotResults as participationBallotResults } from "#modules/participation/ballot-results/module.ts";
import { participationBlanks } from "#modules/participation/blanks/module.ts";
import { box as participationBox } from "#modules/participation/box/module.ts";
import { checks as participationChecks } from "#modules/participation/checks/module.ts";
import { consents as participationConsents } from "#modules/participation/consents/module.ts";
import { participationCounter } from "#modules/participation/counter/module.ts";
import { participationCounting } from "#modules/participation/counting/module.ts";
import { drafting as participationDrafting } from "#modules/participation/drafting/module.ts";
import { fundBallots as participationFundBallots } from "#modules/participation/fund-ballots/module.ts";
import { fundOffice as participationFundOffice } from "#modules/participation/fund-office/module.ts";
import { fundResults as participationFundResults } from "#modules/participation/fund-results/module.ts";
import { funds as participationFunds } from "#modules/participation/funds/module.ts";
import { improving as participationImproving } from "#modules/participation/improving/module.ts";
import { joiningOffice as participationJoiningOffice } from "#modules/participation/joining-office/module.ts";
import { listing as participationListing } from "#modules/participation/listing/module.ts";
import { mapping as participationMapping } from "#modules/participation/mapping/module.ts";
import { mine as participationMine } from "#modules/participation/mine/module.ts";
import { moderation as participationModeration } from "#modules/participation/moderation/module.ts";
import { moderationOffice as participationModerationOffice } from "#modules/participation/moderation-office/module.ts";
import { opinionMap as participationOpinionMap } from "#modules/participation/opinion-map/module.ts";
import { opinionOffice as participationOpinionOffice } from "#modules/participation/opinion-office/module.ts";
import { opinionPaper as participationOpinionPaper } from "#modules/participation/opinion-paper/module.ts";
import { outcomes as participationOutcomes } from "#modules/participation/outcomes/module.ts";
import { paper as participationPaper } from "#modules/participation/paper/module.ts";
import { phases as participationPhases } from "#modules/participation/phases/module.ts";
import { participationPileCounts } from "#modules/participation/pile-counts/module.ts";
import { participationPiles } from "#modules/participation/piles/module.ts";
import { polling as participationPolling } from "#modules/participation/polling/module.ts";
import { process as participationProcess } from "#modules/participation/process/module.ts";
import { projectOffice as participationProjectOffice } from "#modules/participation/project-office/module.ts";
import { projects as participationProjects } from "#modules/participation/projects/module.ts";
import { proposal as participationProposal } from "#modules/participation/proposal/module.ts";
import { proposalListing as participationProposalListing } from "#modules/participation/proposal-listing/module.ts";
import { proposals as participationProposals } from "#modules/participation/proposals/module.ts";
import { questions as participationQuestions } from "#modules/participation/questions/module.ts";
import { reasons as participationReasons } from "#modules/participation/reasons/module.ts";
import { receipts as participationReceipts } from "#modules/participation/receipts/module.ts";
import { participationReconciliation } from "#modules/participation/reconciliation/module.ts";
import { recount as participationRecount } from "#modules/participation/recount/module.ts";
import { register as participationRegister } from "#modules/participation/register/module.ts";
import { rollOffice as participationRollOffice } from "#modules/participation/roll-office/module.ts";
import { round as participationRound } from "#modules/participation/round/module.ts";
import { secrecy as participationSecrecy } from "#modules/participation/secrecy/module.ts";
import { square as participationSquare } from "#modules/participation/square/module.ts";
import { supports as participationSupports } from "#modules/participation/supports/module.ts";
import { timetable as participationTimetable } from "#modules/participation/timetable/module.ts";
import { voicing as participationVoicing } from "#modules/participation/voicing/module.ts";
import { voting as participationVoting } from "#modules/participation/voting/module.ts";
import { writing as participationWriting } from "#modules/participation/writing/module.ts";
import { access as peopleAccess } from "#modules/people/access/module.ts";
import { accounts as peopleAccounts } from "#modules/people/accounts/module.ts";
import { choices as peopleChoices } from "#modules/people/choices/module.ts";
import { consents as peopleConsents } from "#modules/people/consents/module.ts";
import { files as peopleFiles } from "#modules/people/files/module.ts";
import { looks as peopleLooks } from "#modules/people/looks/module.ts";
import { people } from "#modules/people/module.ts";
import { notices as peopleNotices } from "#modules/people/notices/module.ts";
import { profile as peopleProfile } from "#modules/people/profile/module.ts";
import { secondFactors as peopleSecondFactors } from "#modules/people/second-factors/module.ts";
import { security as peopleSecurity } from "#modules/people/security/module.ts";
import { signIn as peopleSignIn } from "#modules/people/sign-in/module.ts";
import { welcome as peopleWelcome } from "#modules/people/welcome/module.ts";
import { placements } from "#modules/placements/module.ts";
import { places } from "#modules/places/module.ts";
import { reportsEditing } from "#modules/reports/editing/module.ts";
import { reportsPrinting } from "#modules/reports/printing/module.ts";
import { reportsRegister } from "#modules/reports/register/module.ts";
import { reportsShelf } from "#modules/reports/shelf/module.ts";
import { attendance as shiftsAttendance } from "#modules/shifts/attendance/module.ts";
import { callAnswers as shiftsCallAnswers } from "#modules/shifts/call-answers/module.ts";
import { calls as shiftsCalls } from "#modules/shifts/calls/module.ts";
import { checkIn as shiftsCheckIn } from "#modules/shifts/check-in/module.ts";
import { choice as shiftsChoice } from "#modules/shifts/choice/module.ts";
import { choosing as shiftsChoosing } from "#modules/shifts/choosing/module.ts";
import { commitments as shiftsCommitments } from "#modules/shifts/commitments/module.ts";
import { computing as shiftsComputing } from "#modules/shifts/computing/module.ts";
import { editing as shiftsEditing } from "#modules/shifts/editing/module.ts";
import { festival as shiftsFestival } from "#modules/shifts/festival/module.ts";
import { handovers as shiftsHandovers } from "#modules/shifts/handovers/module.ts";
import { imports as shiftsImports } from "#modules/shifts/imports/module.ts";
import { lists as shiftsLists } from "#modules/shifts/lists/module.ts";
import { member as shiftsMember } from "#modules/shifts/member/module.ts";
import { merging as shiftsMerging } from "#modules/shifts/merging/module.ts";
import { mine as shiftsMine } from "#modules/shifts/mine/module.ts";
import { shifts } from "#modules/shifts/module.ts";
import { mySignup as shiftsMySignup } from "#modules/shifts/my-signup/module.ts";
import { onSite as shiftsOnSite } from "#modules/shifts/on-site/module.ts";
import { oneSeries as shiftsOneSeries } from "#modules/shifts/one-series/module.ts";
import { overview as shiftsOverview } from "#modules/shifts/overview/module.ts";
import { placing as shiftsPlacing } from "#modules/shifts/placing/module.ts";
import { pool as shiftsPool } from "#modules/shifts/pool/module.ts";
import { proposals as shiftsProposals } from "#modules/shifts/proposals/module.ts";
import { reminders as shiftsReminders } from "#modules/shifts/reminders/module.ts";
import { replies as shiftsReplies } from "#modules/shifts/replies/module.ts";
import { rules as shiftsRules } from "#modules/shifts/rules/module.ts";
import { series as shiftsSeries } from "#modules/shifts/series/module.ts";
import { seriesList as shiftsSeriesList } from "#modules/shifts/series-list/module.ts";
import { settings as shiftsSettings } from "#modules/shifts/settings/module.ts";
import { staffing as shiftsStaffing } from "#modules/shifts/staffing/module.ts";
import { thin as shiftsThin } from "#modules/shifts/thin/module.ts";
import { waiting as shiftsWaiting } from "#modules/shifts/waiting/module.ts";
import { shiftWeek as shiftsWeek } from "#modules/shifts/week/module.ts";
import { weekly as shiftsWeekly } from "#modules/shifts/weekly/module.ts";
import { wishing as shiftsWishing } from "#modules/shifts/wishing/module.ts";
import { amending as strategyAmending } from "#modules/strategy/amending/module.ts";
import { amendment as strategyAmendment } from "#modules/strategy/amendment/module.ts";
import { amendmentOffice as strategyAmendmentOffice } from "#modules/strategy/amendment-office/module.ts";
import { amendments as strategyAmendments } from "#modules/strategy/amendments/module.ts";
import { commitments as strategyCommitments } from "#modules/strategy/commitments/module.ts";
import { document as strategyDocument } from "#modules/strategy/document/module.ts";
import { drafting as strategyDrafting } from "#modules/strategy/drafting/module.ts";
import { echoes as strategyEchoes } from "#modules/strategy/echoes/module.ts";
import { fieldOffice as strategyFieldOffice } from "#modules/strategy/field-office/module.ts";
import { front as strategyFront } from "#modules/strategy/front/module.ts";
import { indicator as strategyIndicator } from "#modules/strategy/indicator/module.ts";
import { indicatorOffice as strategyIndicatorOffice } from "#modules/strategy/indicator-office/module.ts";
import { indicators as strategyIndicators } from "#modules/strategy/indicators/module.ts";
import { measure as strategyMeasure } from "#modules/strategy/measure/module.ts";
import { measureCourse as strategyMeasureCourse } from "#modules/strategy/measure-course/module.ts";
import { measureOffice as strategyMeasureOffice } from "#modules/strategy/measure-office/module.ts";
import { measures as strategyMeasures } from "#modules/strategy/measures/module.ts";
import { negotiation as strategyNegotiation } from "#modules/strategy/negotiation/module.ts";
import { strategyPackage } from "#modules/strategy/package/module.ts";
import { packageOffice as strategyPackageOffice } from "#modules/strategy/package-office/module.ts";
import { packages as strategyPackages } from "#modules/strategy/packages/module.ts";
import { paragraph as strategyParagraph } from "#modules/strategy/paragraph/module.ts";
import { plan as strategyPlan } from "#modules/strategy/plan/module.ts";
import { progress as strategyProgress } from "#modules/strategy/progress/module.ts";
import { promises as strategyPromises } from "#modules/strategy/promises/module.ts";
import { refinements as strategyRefinements } from "#modules/strategy/refinements/module.ts";
import { register as strategyRegister } from "#modules/strategy/register/module.ts";
import { renewals as strategyRenewals } from "#modules/strategy/renewals/module.ts";
import { stance as strategyStance } from "#modules/strategy/stance/module.ts";
import { textOffice as strategyTextOffice } from "#modules/strategy/text-office/module.ts";
import { texts as strategyTexts } from "#modules/strategy/texts/module.ts";
import { surveysAnswering } from "#modules/surveys/answering/module.ts";
import { surveysAtOnce } from "#modules/surveys/at-once/module.ts";
import { surveysBlocks } from "#modules/surveys/blocks/module.ts";
import { surveysCitizens } from "#modules/surveys/citizens/module.ts";
import { surveysClubs } from "#modules/surveys/clubs/module.ts";
import { surveysContacts } from "#modules/surveys/contacts/module.ts";
import { surveysConversions } from "#modules/surveys/conversions/module.ts";
import { surveysCounts } from "#modules/surveys/counts/module.ts";
import { surveysEarlier } from "#modules/surveys/earlier/module.ts";
import { surveysEditing } from "#modules/surveys/editing/module.ts";
import { surveysEntrance } from "#modules/surveys/entrance/module.ts";
import { surveysEntry } from "#modules/surveys/entry/module.ts";
import { surveysExports } from "#modules/surveys/exports/module.ts";
import { surveysInvitations } from "#modules/surveys/invitations/module.ts";
import { surveysListing } from "#modules/surveys/listing/module.ts";
import { surveysMixing } from "#modules/surveys/mixing/module.ts";
import { surveysOnePage } from "#modules/surveys/one-page/module.ts";
import { surveysOneQuestion } from "#modules/surveys/one-question/module.ts";
import { surveysOverview } from "#modules/surveys/overview/module.ts";
import { surveysPaper } from "#modules/surveys/paper/module.ts";
import { surveysPiles } from "#modules/surveys/piles/module.ts";
import { surveysProgress } from "#modules/surveys/progress/module.ts";
import { surveysPromises } from "#modules/surveys/promises/module.ts";
import { surveysProtection } from "#modules/surveys/protection/module.ts";
import { surveysPublishing } from "#modules/surveys/publishing/module.ts";
import { surveysRegister } from "#modules/surveys/register/module.ts";
import { surveysReleaseDrafts } from "#modules/surveys/release-drafts/module.ts";
import { surveysResults } from "#modules/surveys/results/module.ts";
import { surveysSettings } from "#modules/surveys/settings/module.ts";
import { surveysTexts } from "#modules/surveys/texts/module.ts";
import { surveysTrial } from "#modules/surveys/trial/module.ts";
import { breaks as threadsBreaks } from "#modules/threads/breaks/module.ts";
import { following as threadsFollowing } from "#modules/threads/following/module.ts";
import { tying as threadsTying } from "#modules/threads/tying/module.ts";
import { badges as workshopsBadges } from "#modules/workshops/badges/module.ts";
import { clusters as workshopsClusters } from "#modules/workshops/clusters/module.ts";
import { corrections as workshopsCorrections } from "#modules/workshops/corrections/module.ts";
import { findings as workshopsFindings } from "#modules/workshops/findings/module.ts";
import { first as workshopsFirst } from "#modules/workshops/first/module.ts";
import { forgetting as workshopsForgetting } from "#modules/workshops/forgetting/module.ts";
import { guests as workshopsGuests } from "#modules/workshops/guests/module.ts";
import { hall as workshopsHall } from "#modules/workshops/hall/module.ts";
import { hosting as workshopsHosting } from "#modules/workshops/hosting/module.ts";
import { invitation as workshopsInvitation } from "#modules/workshops/invitation/module.ts";
import { photos as workshopsPhotos } from "#modules/workshops/photos/module.ts";
import { pinboard as workshopsPinboard } from "#modules/workshops/pinboard/module.ts";
import { planning as workshopsPlanning } from "#modules/workshops/planning/module.ts";
import { register as workshopsRegister } from "#modules/workshops/register/module.ts";
import { registrations as workshopsRegistrations } from "#modules/workshops/registrations/module.ts";
import { screen as workshopsScreen } from "#modules/workshops/screen/module.ts";
import { seating as workshopsSeating } from "#modules/workshops/seating/module.ts";
import { settings as workshopsSettings } from "#modules/workshops/settings/module.ts";
import { steps as workshopsSteps } from "#modules/workshops/steps/module.ts";
import { themes as workshopsThemes } from "#modules/workshops/themes/module.ts";
import { outbox } from "./outbox/module.ts";

/** The storeys in their order, as `modules/order.ts` names them: mount order, seed order and menu order. */
export const modules: readonly Module[] = [
  places,
  people,
  peopleConsents,
  peopleFiles,
  peopleChoices,
  peopleNotices,
  peopleLooks,
  peopleProfile,
  peopleAccounts,
  peopleSecondFactors,
  peopleAccess,
  peopleSecurity,
  peopleSignIn,
  peopleWelcome,
  organizations,
  organizationsDoubles,
  organizationsMap,
  organizationsOffice,
  organizationsProfile,
  organizationsEditing,
  organizationsRepresentatives,
  organizationsClaims,
  organizationsDirectory,
  organizationsParts,
  organizationsExports,
  organizationsImports,
  organizationsNeeds,
  organizationsGaps,
  organizationsProfiles,
  threadsTying,
  threadsFollowing,
  reportsPrinting,
  reportsShelf,
  reportsEditing,
  reportsRegister,
  contentCalendar,
  contentSources,
  contentAnnouncing,
  contentHelp,
  contentNews,
  contentPages,
  contentEasy,
  contentLegal,
  contentReporting,
  contentWriting,
  desk,
  deskAppointments,
  deskSubstitutions,
  deskTasks,
  deskVisits,
  threadsBreaks,
  surveysEditing,
  surveysOneQuestion,
  surveysOnePage,
  surveysBlocks,
  surveysConversions,
  surveysAnswering,
  surveysEntrance,
  surveysAtOnce,
  surveysPromises,
  surveysContacts,
  surveysMixing,
  surveysInvitations,
  surveysProgress,
  surveysPaper,
  surveysEntry,
  surveysPiles,
  surveysCounts,
  surveysExports,
  surveysTexts,
  surveysProtection,
  surveysPublishing,
  surveysReleaseDrafts,
  surveysResults,
  surveysTrial,
  surveysRegister,
  surveysSettings,
  surveysOverview,
  surveysListing,
  surveysEarlier,
  surveysClubs,
  surveysCitizens,
  coursesQualifications,
  coursesHolders,
  opportunities,
  opportunitiesPublications,
  opportunitiesConfirmations,
  opportunitiesImports,
  opportunitiesOverview,
  opportunitiesDrafts,
  opportunitiesWishes,
  opportunitiesWeights,
  opportunitiesSuggestions,
  opportunitiesReasons,
  opportunitiesInvitations,
  opportunitiesAnswers,
  deskQuestions,
  deskInquiries,
  deskInbox,
  deskMine,
  opportunitiesCatalog,
  opportunitiesSearches,
  opportunitiesMap,
  opportunitiesListing,
  opportunitiesQuestions,
  opportunitiesPosters,
  opportunitiesSheets,
  shifts,
  shiftsSeries,
  shiftsRules,
  shiftsWaiting,
  shiftsCommitments,
  shiftsSeriesList,
  shiftsOneSeries,
  shiftsHandovers,
  shiftsCalls,
  shiftsCallAnswers,
  shiftsPool,
  shiftsMerging,
  shiftsAttendance,
  shiftsReplies,
  shiftsReminders,
  shiftsMember,
  shiftsImports,
  shiftsSettings,
  shiftsEditing,
  shiftsPlacing,
  shiftsStaffing,
  shiftsThin,
  shiftsOverview,
  shiftsWeek,
  shiftsComputing,
  shiftsProposals,
  shiftsOnSite,
  shiftsCheckIn,
  shiftsLists,
  shiftsChoosing,
  shiftsChoice,
  shiftsWishing,
  shiftsMine,
  shiftsMySignup,
  shiftsFestival,
  shiftsWeekly,
  opportunitiesOffer,
  placements,
  networkCooperations,
  networkCorrecting,
  networkMerging,
  networkCooperation,
  networkTie,
  networkTies,
  networkRegister,
  networkGroups,
  networkGroupDates,
  networkGroup,
  networkGroupOffice,
  networkGrowth,
  networkExports,
  networkPicture,
  networkDecade,
  networkWorking,
  workshopsPlanning,
  workshopsSettings,
  workshopsSeating,
  workshopsRegistrations,
  workshopsForgetting,
  workshopsBadges,
  workshopsInvitation,
  workshopsGuests,
  workshopsHosting,
  workshopsClusters,
  workshopsHall,
  workshopsPinboard,
  workshopsScreen,
  workshopsCorrections,
  workshopsSteps,
  workshopsThemes,
  workshopsPhotos,
  workshopsFindings,
  workshopsRegister,
  workshopsFirst,
  participationPhases,
  participationDrafting,
  participationTimetable,
  participationProposals,
  participationSupports,
  participationReasons,
  participationModeration,
  participationModerationOffice,
  participationAnswering,
  participationQuestions,
  participationAnswerOffice,
  participationConsents,
  participationJoiningOffice,
  participationWriting,
  participationImproving,
  participationPaper,
  participationOutcomes,
  participationMapping,
  participationVoicing,
  participationOpinionMap,
  participationOpinionOffice,
  participationOpinionPaper,
  participationBox,
  participationBallotCourse,
  participationBallotLetters,
  participationBlanks,
  participationPolling,
  participationBallotListing,
  participationVoting,
  participationReceipts,
  participationSecrecy,
  participationCounter,
  participationPiles,
  participationPileCounts,
  participationReconciliation,
  participationCounting,
  participationBallotDrafting,
  participationBallotOptions,
  participationRollOffice,
  participationBallotOffice,
  participationBallotExports,
  participationBallotResults,
  participationRecount,
  participationFunds,
  participationChecks,
  participationFundBallots,
  participationFundResults,
  participationProjects,
  participationProjectOffice,
  participationFundOffice,
  participationProposal,
  participationProposalListing,
  participationProcess,
  participationListing,
  participationRegister,
  participationMine,
  participationSquare,
  participationRound,
  consortiumOffices,
  consortiumSeatOffice,
  consortiumChairs,
  consortiumProcedureRules,
  consortiumProcedureOffice,
  consortiumDryRun,
  consortiumDryRunCounts,
  consortiumTopics,
  consortiumTopic,
  consortiumTopicOffice,
  consortiumMeetings,
  consortiumInvitations,
  consortiumCalendar,
  consortiumPresence,
  consortiumResolutions,
  consortiumResolutionList,
  consortiumMotionOffice,
  consortiumVoting,
  consortiumWall,
  consortiumCirculars,
  consortiumTasks,
  consortiumAttendance,
  consortiumRunning,
  consortiumMinutes,
  consortiumMinutesOwn,
  consortiumMinutesOffice,
  consortiumExtracts,
  consortiumPapers,
  consortiumCouncilData,
  consortiumTaskList,
  consortiumMeeting,
  consortiumMeetingPlanning,
  consortiumAgendaOffice,
  consortiumAgendaItem,
  consortiumInvitationOffice,
  consortiumMeetingOffice,
  consortiumFront,
  consortiumRegister,
  consortiumMine,
  consortiumYears,
  strategyMeasures,
  strategyIndicators,
  strategyCommitments,
  strategyRenewals,
  strategyMeasure,
  strategyIndicator,
  strategyProgress,
  strategyFieldOffice,
  strategyMeasureOffice,
  strategyMeasureCourse,
  strategyIndicatorOffice,
  strategyPromises,
  strategyTexts,
  strategyAmendments,
  strategyAmending,
  strategyPackages,
  strategyRefinements,
  strategyEchoes,
  strategyAmendmentOffice,
  strategyPackage,
  strategyAmendment,
  strategyStance,
  strategyPackageOffice,
  strategyDrafting,
  strategyTextOffice,
  strategyDocument,
  strategyParagraph,
  strategyFront,
  strategyRegister,
  strategyPlan,
  strategyNegotiation,
];

/** The storeys, and what the roof adds to them: everything that has pages and a place in the menus. */
export const rooms: readonly Omit<Module, "jobs">[] = [...modules, outbox];
