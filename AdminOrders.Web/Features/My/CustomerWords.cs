using System.Globalization;
using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;
using AdminOrders.Core.Text;

namespace AdminOrders.Web.Features.My;

/// <summary>What a customer reads of codes, in the page's language. A test proves that none is missing.</summary>
internal static class CustomerWords
{
    /// <summary>Why the order cannot be canceled here, and what to do instead.</summary>
    public static string Of(Refusal refusal) => refusal switch
    {
        Refusal.PartiallyInvoiced => Texts.My_No_PartiallyInvoiced,
        Refusal.AskForReturn => Texts.My_No_AskForReturn,
        Refusal.NotOffered => Texts.My_No_NotOffered,
        Refusal.Replaced => Texts.My_No_Replaced,
        Refusal.Moving => Texts.My_No_Moving,
        Refusal.Incomplete => Texts.My_No_Incomplete,
        _ => Texts.My_No_Other,
    };

    /// <summary>How a request ended.</summary>
    public static string Of(RequestState state) => state switch
    {
        RequestState.Open => Texts.My_Request_Open,
        RequestState.Confirmed => Texts.My_Request_Confirmed,
        RequestState.Declined => Texts.My_Request_Declined,
        RequestState.DeclinedByInvoice => Texts.My_Request_DeclinedByInvoice,
        RequestState.Withdrawn => Texts.My_Request_Withdrawn,
        RequestState.Expired => Texts.My_Request_Expired,
        RequestState.Closed => Texts.My_Request_Closed,
    };

    public static string? Of(CustomerNotice notice) => notice switch
    {
        CustomerNotice.None => null,
        CustomerNotice.Canceled => Texts.My_Said_Canceled,
        CustomerNotice.Asked => Texts.My_Said_Asked,
        CustomerNotice.Withdrawn => Texts.My_Said_Withdrawn,
        CustomerNotice.TooLate => Texts.My_Said_TooLate,
        CustomerNotice.Changed => Texts.My_Said_Changed,
        CustomerNotice.SendAgain => Texts.My_Said_SendAgain,
    };

    public static string Of(CustomerMistake mistake) => mistake switch
    {
        CustomerMistake.ReasonMissing => Texts.My_Mistake_ReasonMissing,
        CustomerMistake.ReasonGone => Texts.My_Mistake_ReasonGone,
        CustomerMistake.TextMissing => Texts.My_Mistake_TextMissing,
        CustomerMistake.TextTooLong => Say(Texts.My_Mistake_TextTooLong, CustomerInput.LongestText),
        CustomerMistake.TextUnfit => Texts.My_Mistake_TextUnfit,
    };

    /// <summary>Who canceled: the customer, somebody on their side of the counter, or the clock.</summary>
    public static string Canceled(Side by) => by switch
    {
        Side.Customer => Texts.My_CanceledByYou,
        Side.Payment => Texts.My_CanceledByPayment,
        Side.System => Texts.My_CanceledBySystem,
        Side.Store or Side.Seller or Side.Marketplace => Texts.My_CanceledByStore,
    };

    public static string Say(string text, params object[] places) => string.Format(CultureInfo.CurrentCulture, text, places);
}
