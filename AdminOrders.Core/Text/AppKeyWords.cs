using System.Globalization;
using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;

namespace AdminOrders.Core.Text;

/// <summary>The words for app keys, in the current UI culture.</summary>
public static class AppKeyWords
{
    public static string Of(AppKeyProblem problem) => problem switch
    {
        AppKeyProblem.NameInvalid => Texts.AppKeyProblem_NameInvalid,
        AppKeyProblem.RolesMissing => Texts.AppKeyProblem_RolesMissing,
        AppKeyProblem.RoleUnknown => Texts.AppKeyProblem_RoleUnknown,
        AppKeyProblem.PartyInvalid => Texts.AppKeyProblem_PartyInvalid,
        AppKeyProblem.SecondCallInvalid => Texts.AppKeyProblem_SecondCallInvalid,
    };

    /// <summary>Whom a key acts for; the key of another side does not exist.</summary>
    public static string Of(Side side) => side switch
    {
        Side.Marketplace => Texts.AppKeys_Side_Marketplace,
        Side.Seller => Texts.AppKeys_Side_Seller,
        _ => Texts.AppKeys_Side_Store,
    };

    public static string Of(SecondCall secondCall) => secondCall.Seconds switch
    {
        null => Texts.AppKeys_SecondCallNever,
        0 => Texts.AppKeys_SecondCallAtOnce,
        { } seconds => Say(Texts.AppKeys_SecondCallSeconds, seconds),
    };

    /// <summary>A text with a value in it.</summary>
    public static string Say(string format, object value) => string.Format(CultureInfo.CurrentCulture, format, value);
}
