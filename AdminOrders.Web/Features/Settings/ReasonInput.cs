using System.ComponentModel.DataAnnotations;
using AdminOrders.Core.Storage;
using AdminOrders.Core.Text;

namespace AdminOrders.Web.Features.Settings;

/// <summary>What is filled in for a reason: its wording in three languages and what marketplaces are told.</summary>
public sealed class ReasonInput
{
    private const int LongestLabel = 200;

    [Display(ResourceType = typeof(Texts), Name = nameof(Texts.Settings_ReasonEn))]
    [Required(ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.Field_Required))]
    [StringLength(LongestLabel, ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.Field_TooLong))]
    public string En { get; set; } = "";

    [Display(ResourceType = typeof(Texts), Name = nameof(Texts.Settings_ReasonEs))]
    [Required(ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.Field_Required))]
    [StringLength(LongestLabel, ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.Field_TooLong))]
    public string Es { get; set; } = "";

    [Display(ResourceType = typeof(Texts), Name = nameof(Texts.Settings_ReasonPt))]
    [Required(ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.Field_Required))]
    [StringLength(LongestLabel, ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.Field_TooLong))]
    public string Pt { get; set; } = "";

    /// <summary>One of <see cref="MarketplaceCodes"/>; empty: nothing is mapped.</summary>
    public string MarketplaceCode { get; set; } = "";

    /// <summary>Operators find it in their dialogs.</summary>
    [Display(ResourceType = typeof(Texts), Name = nameof(Texts.Settings_ReasonChosenBy))]
    [Chosen]
    public bool IsForStore { get; set; } = true;

    /// <summary>Customers find it on the page of their order.</summary>
    public bool IsForCustomer { get; set; }

    public ReasonChoosers ChosenBy =>
        (IsForStore ? ReasonChoosers.Store : ReasonChoosers.Nobody) | (IsForCustomer ? ReasonChoosers.Customer : ReasonChoosers.Nobody);

    /// <summary>The five reasons that Amazon takes.</summary>
    public static IReadOnlyList<string> MarketplaceCodes { get; } =
        ["NO_INVENTORY", "BUYER_CANCELLED", "SHIPPING_ADDRESS_UNDELIVERABLE", "CUSTOMER_EXCHANGE", "PRICING_ERROR"];

    public ReasonLabel Label => new(Storable(En), Storable(Es), Storable(Pt));

    public string? MappedCode => MarketplaceCodes.Contains(MarketplaceCode, StringComparer.Ordinal) ? MarketplaceCode : null;

    /// <summary>The words for a code; the code itself where it is not one of the five.</summary>
    public static string MarketplaceText(string code) => Texts.ResourceManager.GetString("Marketplace_" + code, Texts.Culture) ?? code;

    public static ReasonInput Of(CancellationReasonView reason) =>
        new()
        {
            En = reason.Label.En,
            Es = reason.Label.Es,
            Pt = reason.Label.Pt,
            MarketplaceCode = reason.MarketplaceCode ?? "",
            IsForStore = reason.ChosenBy.HasFlag(ReasonChoosers.Store),
            IsForCustomer = reason.ChosenBy.HasFlag(ReasonChoosers.Customer),
        };

    // U+0000 means nothing to anybody, and not every engine stores it.
    private static string Storable(string typed) => typed.Replace("\0", "", StringComparison.Ordinal).Trim();

    // A reason for nobody is one that is switched off, and there is a switch for that.
    [AttributeUsage(AttributeTargets.Property)]
    private sealed class ChosenAttribute : ValidationAttribute
    {
        protected override ValidationResult? IsValid(object? value, ValidationContext validationContext) =>
            validationContext.ObjectInstance is ReasonInput { ChosenBy: ReasonChoosers.Nobody }
                ? new(Texts.Settings_ReasonChosenByRequired, [nameof(IsForStore)])
                : ValidationResult.Success;
    }
}
