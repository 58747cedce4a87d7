using System.Collections.Immutable;
using System.Globalization;
using AdminOrders.Core.Orders;
using AdminOrders.Core.Text;

namespace AdminOrders.Web.Features.Settings.Policies;

/// <summary>A duration of the policy as it is filled in: a number of one plain unit.</summary>
/// <param name="Field">Its field's name; its label is the text <c>OrderSettings_{Field}</c>, unit included.</param>
/// <param name="Least">The least number of units that is taken.</param>
/// <param name="Most">The greatest.</param>
internal sealed record DurationSetting(string Field, TimeSpan Unit, int Least, int Most, Func<Policy, TimeSpan> Read, Func<Policy, TimeSpan, Policy> Write)
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    public static ImmutableArray<DurationSetting> All { get; } =
    [
        new("GracePeriod", Minute, 0, 10_080, policy => policy.GracePeriod, (policy, time) => policy with { GracePeriod = time }),
        new("RequestDeadline", Day, 1, 365, policy => policy.RequestDeadline, (policy, time) => policy with { RequestDeadline = time }),
        new("AuthorizationDeadline", Day, 1, 365, policy => policy.AuthorizationDeadline, (policy, time) => policy with { AuthorizationDeadline = time }),
        new("SellerChange", Day, 1, 60, policy => policy.SellerChangeWindow, (policy, time) => policy with { SellerChangeWindow = time }),
        new("Incomplete", Day, 1, 365, policy => policy.IncompleteAfter, (policy, time) => policy with { IncompleteAfter = time }),
        new("Moving", Minute, 1, 1_440, policy => policy.MovingAfter, (policy, time) => policy with { MovingAfter = time }),
        new("AsksAgain", Hour, 0, 720, policy => policy.CustomerAsksAgainAfter, (policy, time) => policy with { CustomerAsksAgainAfter = time }),
    ];

    public string Label => Texts.ResourceManager.GetString("OrderSettings_" + Field, Texts.Culture) ?? Field;

    public string Hint => PolicyFields.Say(Texts.OrderSettings_Default, Text(Policy.Default), Least, Most);

    public string Problem => PolicyFields.Say(Texts.OrderSettings_NumberWrong, Label, Least, Most);

    /// <summary>What stands in the field for the policy.</summary>
    public string Text(Policy policy) => (Read(policy) / Unit).ToString("0.####", CultureInfo.CurrentCulture);

    /// <summary>What was typed; null: it is no number of units that is taken.</summary>
    public TimeSpan? Parse(string typed) =>
        decimal.TryParse(typed.Trim(), NumberStyles.AllowDecimalPoint, CultureInfo.CurrentCulture, out var units) && units >= Least && units <= Most
            ? Unit * (double)units
            : null;
}
