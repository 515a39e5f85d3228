import { award } from "./pay/awards";
import { mixedExercise, optionProgram, unitExchange } from "./pay/options";
import { boardGrants, classConversion, oddTrade, withholding } from "./pay/small-filings";
import { cashSettlement, unitProgram } from "./pay/units";
import { chainedAmendment, fullAmendment, holdingsOnlyAmendment, partialAmendment } from "./records/amendments";
import { annualForm, arrival, exit } from "./records/forms";
import { gift, giftToTrusts } from "./records/gifts";
import { jointEventBalances, jointEventElsewhere, jointEventNamed, jointFiling } from "./records/joint";
import { formChange, missingFiling, purchasePlan } from "./records/ledger";
import { foreignPrice, outsideRange, powerOfTen, totalAsPrice, wideRange } from "./records/slips";
import type { Story } from "./story";
import { buyCluster, dividendPlan, placement, sellCluster } from "./trading/clusters";
import { lateFiling, lateUnlessDeemed } from "./trading/late";
import { plainPurchase, plainSale } from "./trading/plain-trades";
import { boxOnlyPlan, planForAllRows, planInRemarks, tradingPlan, undatedPlan } from "./trading/plans";
import { shortSwing } from "./trading/short-swing";

/** Stories by how often they are told; weights follow the census of filings by code, seldom ones are lifted a little. */
export const STORIES: readonly [readonly [Story, number], ...(readonly [Story, number])[]] = [
  [award, 42],
  [plainSale, 7],
  [plainPurchase, 8],
  [withholding, 19],
  [unitProgram, 6],
  [optionProgram, 3.4],
  [tradingPlan, 2.6],
  [undatedPlan, 0.6],
  [boxOnlyPlan, 0.5],
  [planInRemarks, 0.3],
  [planForAllRows, 0.3],
  [oddTrade, 2.6],
  [gift, 2.4],
  [giftToTrusts, 0.4],
  [classConversion, 0.8],
  [cashSettlement, 0.6],
  [mixedExercise, 0.5],
  [unitExchange, 0.5],
  [arrival, 2],
  [exit, 0.7],
  [annualForm, 0.7],
  [lateFiling, 2.2],
  [lateUnlessDeemed, 0.4],
  [buyCluster, 0.5],
  [sellCluster, 0.4],
  [placement, 0.2],
  [dividendPlan, 0.2],
  [boardGrants, 0.5],
  [shortSwing, 0.4],
  [jointFiling, 0.7],
  [jointEventNamed, 0.25],
  [jointEventElsewhere, 0.2],
  [jointEventBalances, 0.2],
  [fullAmendment, 0.5],
  [partialAmendment, 0.3],
  [chainedAmendment, 0.2],
  [holdingsOnlyAmendment, 0.2],
  [missingFiling, 0.6],
  [purchasePlan, 0.7],
  [formChange, 0.5],
  [powerOfTen, 0.25],
  [totalAsPrice, 0.2],
  [outsideRange, 0.25],
  [wideRange, 0.25],
  [foreignPrice, 0.2],
];

/** Stories that every market of some size must tell: each issuer takes its turn with a few of them first. */
export const FEATURED: readonly Story[] = [
  buyCluster,
  tradingPlan,
  missingFiling,
  jointEventNamed,
  powerOfTen,
  chainedAmendment,
  optionProgram,
  shortSwing,
  lateFiling,
  exit,
  annualForm,
  giftToTrusts,
  sellCluster,
  planInRemarks,
  totalAsPrice,
  jointEventElsewhere,
  partialAmendment,
  cashSettlement,
  arrival,
  boardGrants,
  placement,
  unitExchange,
  jointEventBalances,
  outsideRange,
  fullAmendment,
  mixedExercise,
  lateUnlessDeemed,
  boxOnlyPlan,
  jointFiling,
  purchasePlan,
  dividendPlan,
  wideRange,
  holdingsOnlyAmendment,
  planForAllRows,
  gift,
  undatedPlan,
  formChange,
  classConversion,
  unitProgram,
];
