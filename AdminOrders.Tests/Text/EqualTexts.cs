namespace AdminOrders.Tests.Text;

/// <summary>Texts that really are the same in two languages. Somebody who speaks both looked at each.</summary>
internal static class EqualTexts
{
    public static IReadOnlyList<string> Reviewed { get; } =
    [
        "Account_Email",
        "Action_CancelOrder",
        "Action_Confirm",
        "Action_Edit",
        "Search_GoTo",
        "Shell_Orders",
        "Shell_ThemeLight",
        "Status_",
        "Status_authorizing",
        "Status_cancel",
        "Status_canceled",
        "Status_canceling",
    ];
}
